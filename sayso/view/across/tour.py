"""What linking made of a record -> a few things that show what it is good for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.linked import AGAINST, Claim, Position, Quotation
from sayso.view.across.claims import ClaimView
from sayso.view.across.quotations import QuotationView


class Stand(NamedTuple):
    """Whose a position is, and the position."""

    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class Tour:
    """What is shown of a record: each part is None where the record has none."""

    articles: int
    statements: int
    claim: ClaimView | None
    quotation: QuotationView | None
    turn: Stand | None


def telling_claim(claims: Iterable[Claim]) -> Claim | None:
    """Return the denied claim that most articles have from the fewest origins."""
    denied = [
        each for each in claims if any(a.kind in AGAINST and a.is_plain for a in each.answers)
    ]
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


def turn(stands: Iterable[tuple[str, Sequence[Position]]]) -> Stand | None:
    """Return the position, with the name of whose it is, that turned from a refusal most tellingly.

    Most telling is the one of most stances; of equal ones the first.
    """
    turned = [
        Stand(name, position)
        for name, positions in stands
        for position in positions
        if any(each.why.startswith("refuses") for each in position.turns)
    ]
    return max(turned, key=lambda each: len(each.position.stances), default=None)
