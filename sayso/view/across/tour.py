"""What linking made of a record -> a few things that show what it is good for."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from sayso.linked import AGAINST, Claim, Quotation
from sayso.view.across.claims import ClaimView
from sayso.view.across.quotations import QuotationView
from sayso.view.across.tellings import Telling, levelled

_LONG = 5  # letters of a word that tells what something is about
_ENOUGH = 2  # such words that a refusal and an offer must share


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody refused, and offered on a later day."""

    refusal: Telling
    offer: Telling


@dataclass(frozen=True, slots=True)
class Tour:
    """What is shown of a record: each part is None where the record has none."""

    articles: int
    statements: int
    claim: ClaimView | None
    quotation: QuotationView | None
    turn: Turn | None


def telling_claim(claims: Iterable[Claim]) -> Claim | None:
    """Return the denied claim that most articles have from the fewest origins."""
    denied = [each for each in claims if any(a.kind in AGAINST for a in each.answers)]
    return max(
        denied, key=lambda c: (c.articles - (c.independent or c.articles), c.id), default=None
    )


def misquoted(quotations: Iterable[Quotation]) -> Quotation | None:
    """Return the quotation of most reports that one of them misquotes."""
    those = [
        each
        for each in quotations
        if any(c.kind == "misquotation" for v in each.variants for c in v.changes)
    ]
    return max(those, key=lambda each: (len(each.statements), each.id), default=None)


def turn(tellings: Iterable[Telling]) -> Turn | None:
    """Return the refusal and the later offer of one speaker that share most words."""
    every = [each for each in tellings if each.line.speaker and each.line.said == "yes"]
    refusals = [each for each in every if each.line.act.startswith("refuses")]
    offers = [each for each in every if each.line.act.startswith("offers")]
    pairs = [
        (
            len(_about(refusal) & _about(offer)),
            refusal.article.date,
            refusal.id,
            Turn(refusal, offer),
        )
        for refusal, offer in product(refusals, offers)
        if refusal.line.speaker == offer.line.speaker and refusal.article.date < offer.article.date
    ]
    best = max(pairs, key=lambda pair: pair[:3], default=None)
    return best[-1] if best and best[0] >= _ENOUGH else None


def _about(telling: Telling) -> set[str]:
    return {word for word in levelled(telling.words).split() if len(word) >= _LONG}
