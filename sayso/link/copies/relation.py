"""Two articles -> what one is to the other, with a score and the reason; None where unrelated."""

from collections.abc import Callable
from functools import cache
from math import exp, log1p
from typing import NamedTuple

from sayso.english.tables import rows
from sayso.link.copies.changes import edits
from sayso.link.copies.evidence import LEAST, Evidence, evidence
from sayso.link.copies.fingerprints import address_keys
from sayso.link.copies.notices import notice
from sayso.link.copies.outlets import outlet_of
from sayso.link.copies.printings import reprints
from sayso.link.copies.source import Source, source
from sayso.link.copies.words import Words
from sayso.linked import Copy
from sayso.records import Span, extent

_LIFTED = (0.35, 0.8)  # what a word quoted from narration counts: alone, and with its outlet named
_RUN = 60  # words of narration in one passage, from which more tells nothing more
_SAME = 0.8  # share of the longer text from which two are one text, its furniture aside
_WHOLE = 0.9  # and of the shorter one
_SAID = 6  # words of somebody that are in both, from which the two quote him
_STOCK = 25  # words of narration that one outlet used twice
_ADDRESSED = 0.9  # that a text is a state of another, at whose address it stands
_EDITS = 16  # words that both changed inside, from which one is a version of the other


class Feature(NamedTuple):
    """One thing that speaks for a decision, from 0 to some number, and what that weighs."""

    function: Callable[[Evidence], float]
    weight: float


def relation(a: Words, b: Words) -> Copy | None:
    """Return what two articles are to each other, in whichever order they are given.

    None where they have nothing in common but stock phrases.
    """
    if (a.article.id, a.article.given_id) > (b.article.id, b.article.given_id):
        a, b = b, a
    if a.article.id == b.article.id:
        return reprints(a.article, (a.article.sighting, b.article.sighting))[0]
    seen = evidence(a, b)
    score = probability(seen, "copy")
    if score >= 0.5:
        return _copied(a, b, seen, score)
    if address_keys(a.article.url) & address_keys(b.article.url):
        words = f"two texts at one address: they share {_shares(seen)}{_put_right(a, b, seen)}"
        return _copy((a, b), seen, ("version", _ADDRESSED), source(a, b, seen), words)
    return _alike(a, b, seen, score)


def probability(seen: Evidence, decision: str) -> float:
    """Return how likely a decision is, 0 to 1: the logistic of what its features weigh."""
    total = sum(f.function(seen) * f.weight for f in _features(decision).values())
    return 1 / (1 + exp(-total))


def _copied(a: Words, b: Words, seen: Evidence, score: float) -> Copy:
    """Return the copy that two articles are: the same text, another version of it, or a part."""
    come = source(a, b, seen)
    put_right = _put_right(a, b, seen)
    if _is_same(seen) and not put_right and not _rewritten(a, b, seen):
        words = f"one text: they share {_shares(seen)}"
        return _copy((a, b), seen, ("same", score), come, words)
    later = 1.0 if _is_same(seen) else probability(seen, "version")
    if later >= 0.5:
        words = f"two states of one text: they share {_shares(seen)}{put_right}"
        return _copy((a, b), seen, ("version", min(score, later)), come, words)
    words = f"a part: they share {_shares(seen)}, {seen.narration + seen.lifted} of them narration"
    return _copy((a, b), seen, ("partial", min(score, 1 - later)), come, words)


def _shares(seen: Evidence) -> str:
    """Return how much they share, the less first: whichever of two is named first, it is true."""
    least, most = f"{seen.least:.0%}", f"{seen.most:.0%}"
    return f"{least if least == most else f'{least} to {most}'} of their words"


def _is_same(seen: Evidence) -> bool:
    edits = min(seen.edits_a, seen.edits_b)
    return seen.most >= _WHOLE and seen.least >= _SAME and edits < _EDITS


def _put_right(a: Words, b: Words, seen: Evidence) -> str:
    """Return what a notice says that only one of two articles has; of an update, of one outlet."""
    for words, other in ((a, b), (b, a)):
        known = notice(words.article)
        shown = other.article.text, other.article.title
        if not known or any(known.words in each for each in shown):
            continue
        if known.kind != "update" or seen.same_outlet:
            article_ = "an" if known.kind == "update" else "a"
            return f", and one has a notice of {article_} {known.kind}"
    return ""


def _rewritten(a: Words, b: Words, seen: Evidence) -> bool:
    """Tell whether one outlet put other words into its text, its furniture aside.

    What stands before or behind all that is shared may be of the page.
    """
    first, last = extent(Span(*each.a) for each in seen.passages)
    return seen.same_outlet and any(
        first < each.a[0] < each.a[1] < last and each.b[0] < each.b[1] for each in edits(a, b)
    )


def _alike(a: Words, b: Words, seen: Evidence, score: float) -> Copy | None:
    """Return what two articles share that are no copies: the page, or somebody's words."""
    said = seen.speech + seen.lifted
    if seen.fixed + seen.captions > said and seen.fixed + seen.captions >= LEAST:
        return _copy(
            (a, b), seen, ("boilerplate", 1 - score), Source(), "only the page's own words"
        )
    if said >= _SAID or seen.quotation:
        words = "only what somebody said is in both"
        return _copy((a, b), seen, ("quotes", 1 - score), _quoted(a, b, seen), words)
    if seen.same_outlet and seen.narration >= _STOCK:
        words = "a few standing sentences of one outlet"
        return _copy((a, b), seen, ("boilerplate", 1 - score), Source(), words)
    return None


def _quoted(a: Words, b: Words, seen: Evidence) -> Source:
    """Return the outlet to which one of two articles credits what somebody said."""
    if seen.a_names_b == seen.b_names_a:
        return Source()
    named = (b if seen.a_names_b else a).article
    return Source(outlet_of(named.publisher).name, named.id, "")


def _copy(
    pair: tuple[Words, Words], seen: Evidence, decided: tuple[str, float], come: Source, why: str
) -> Copy:
    a, b = (words.article for words in pair)
    kind, score = decided
    return Copy(
        a=a.id,
        b=b.id,
        given=(a.given_id, b.given_id),
        relation=kind,
        share_a=round(seen.cover_a, 3),
        share_b=round(seen.cover_b, 3),
        origin=come.name,
        score=round(score, 3),
        why=f"{why}; {come.why}" if come.why else why,
        from_=come.from_,
        passages=seen.passages or ((seen.quotation,) if seen.quotation else ()),
    )


# What each feature says: the name of a row in data/copies-weights.csv.
FUNCTIONS: dict[str, Callable[[Evidence], float]] = {
    "constant": lambda _: 1.0,
    "narration": lambda seen: log1p(seen.narration + _LIFTED[seen.named] * seen.lifted),
    "longest": lambda seen: min(1.0, seen.longest / _RUN),
    "most": lambda seen: seen.most,
    "speech": lambda seen: seen.speech / (1 + seen.speech + seen.narration + seen.lifted),
    "named": lambda seen: float(seen.named),
    "both": lambda seen: (seen.most + seen.least) / 2,
    "headlines": lambda seen: seen.headlines,
    "same_outlet": lambda seen: float(seen.same_outlet),
}


@cache
def _features(decision: str) -> dict[str, Feature]:
    return {
        row["feature"]: Feature(FUNCTIONS[row["feature"]], float(row["weight"]))
        for row in rows("copies-weights.csv")
        if row["decision"] == decision
    }
