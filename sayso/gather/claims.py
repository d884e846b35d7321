"""One claim, disputes, one quotation, and lists of claims, as they are shown."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sayso.errors import SaysoError, UsageError
from sayso.gather.lists import fitting, ordered
from sayso.gather.positions import rivals
from sayso.gather.tellings import as_told, judged, with_corrections
from sayso.linked import Claim, Holding, Quotation
from sayso.store import WAS_SAID, Filters, Said, Store
from sayso.view.across.claims import ClaimView, claim_view
from sayso.view.across.claims import needed as needed_by_claims
from sayso.view.across.course import Course, course
from sayso.view.across.disputes import DisputeView, dispute_view
from sayso.view.across.disputes import disputes as disputed
from sayso.view.across.disputes import needed as needed_by_disputes
from sayso.view.across.judged import JudgedLine
from sayso.view.across.quotations import QuotationView, quotation_view
from sayso.view.across.standing import RivalView, rival_view
from sayso.view.charts.claims import of_claim
from sayso.view.charts.timeline import Timeline

_SHOWN = 150  # statements of a claim, and as many answers to it, that its page shows
_LISTED = 8  # of those of one dispute in a list
_AT_ONCE = 60  # claims that are asked for together
_COUNTED = 60  # disputes behind those that are shown: more are not counted
_NOUNS = {"claims": "claim", "quotations": "quotation", "entities": "person or body"}


@dataclass(frozen=True, slots=True)
class ClaimGathered:
    """One claim with its statements and answers."""

    claim: Claim
    said: Sequence[Said]
    view: ClaimView
    course: Course
    judged: Sequence[JudgedLine]
    timeline: Timeline

    def to_json(self) -> dict[str, Any]:
        """Return the claim in the form of the contract, its course, its statements, judgements."""
        said = [each.to_json() for each in self.said]
        more: dict[str, Any] = {"said": said, "judged": [each.to_json() for each in self.judged]}
        more["timeline"] = self.timeline.to_json()
        return self.claim.to_json() | self.course.to_json() | more


@dataclass(frozen=True, slots=True)
class DisputesGathered:
    """Disputes, those of most articles first; `more` are left out, and counted up to some."""

    claims: Sequence[Claim]
    said: Sequence[Said]
    views: Sequence[DisputeView]
    more: int
    place: str = ""
    rivals: Sequence[Sequence[Holding]] = ()

    @property
    def whole(self) -> bool:
        """Tell whether all that are left out are counted."""
        return self.more < _COUNTED

    @property
    def rival_views(self) -> list[RivalView]:
        """Return the place that several sides are said to hold, if there is one."""
        return [rival_view(self.place, self.rivals)] if self.rivals else []

    def to_json(self) -> list[dict[str, Any]]:
        """Return the disputed claims in the form of the contract, with their figures.

        Behind them comes the place that several sides are said to hold, with who says so.
        """
        claims = [
            claim.to_json() | {"figures": [each.to_json() for each in view.figures]}
            for claim, view in zip(self.claims, self.views, strict=True)
        ]
        sides = [
            {"side": its[0].side, "holdings": [each.to_json() for each in its]}
            for its in self.rivals
        ]
        return [*claims, *([{"place": self.place, "rivals": sides}] if sides else [])]


@dataclass(frozen=True, slots=True)
class QuotationGathered:
    """One quotation with its statements."""

    quotation: Quotation
    said: Sequence[Said]
    view: QuotationView

    def to_json(self) -> dict[str, Any]:
        """Return the quotation in the form of the contract, with its statements."""
        return self.quotation.to_json() | {"said": [each.to_json() for each in self.said]}


def only(store: Store, room: str, name: str) -> str:
    """Return the id of the one thing of a room that a name stands for.

    Raises UsageError where it stands for none or several.
    """
    ids = store.named(room, name)
    if len(ids) == 1:
        return ids[0]
    if not ids:
        noun = _NOUNS[room]
        raise UsageError(f"no {noun} in {store.name} has the id {name!r}, nor a statement of it")
    raise UsageError(f"{name!r} may be {', '.join(ids[:5])}")


def claim(store: Store, name: str) -> ClaimGathered:
    """Return the claim that an id, or the id of a statement, or how it begins stands for."""
    (its,) = store.claims([only(store, "claims", name)])
    said, known = as_told(store, needed_by_claims([its], most=_SHOWN))
    known = with_corrections(store, known)
    lines = judged(store, known)
    left = sum(max(0, len(each) - _SHOWN) for each in (its.statements, its.answers))
    view, went = replace(claim_view(its, known, lines), left=left), course(its, known)
    return ClaimGathered(its, said, view, went, lines, of_claim(its, known))


def disputes(
    store: Store, *, which: Filters = WAS_SAID, limit: int, skip: int = 0, count: bool = True
) -> DisputesGathered:
    """Return what the articles do not agree on, those of which a statement fits filters.

    Those of most articles come first, without the first few. Where words alone are asked for, and
    are a place that several sides are said to hold, these are rivals too. Those behind are counted,
    if need be.
    """
    most = skip + limit + (_COUNTED if count else 0)
    if which == replace(WAS_SAID, words=which.words) and not which.words.strip():
        ids = _first_ids(store, most)[skip:]
        some = list(ordered(store.claims(ids[:limit]), ids[:limit]))
        more = len(ids) - len(some)
    else:
        some = list(islice(every_dispute(store, which), most))[skip:]
        more = len(some[limit:])
    made = _disputes(store, some[:limit], more)
    words = which.words if which.are_words_alone else ""
    return replace(made, place=words, rivals=rivals(store, words))


def every_dispute(store: Store, which: Filters = WAS_SAID) -> Iterator[Claim]:
    """Yield all disputes, those of most articles first: whoever asks may stop."""
    return disputed(_opposed(store, fitting(store, "claims", which)))


def _first_ids(store: Store, most: int) -> list[str]:
    """Return the ids of the first disputes of the whole record, at most so many.

    Whether a claim is a dispute of its own hangs on all before it, so the first are kept, and where
    more are asked for twice as many are looked for.
    """
    kept: dict[bool, list[str]] = store.remembered("disputes", dict)  # by whether these are all
    ids = kept.get(True) or kept.get(False, [])
    if len(ids) < most and True not in kept:
        ids = [each.id for each in islice(disputed(_opposed(store, None)), 2 * most)]
        kept[len(ids) < 2 * most] = ids
    return ids[:most]


def _opposed(store: Store, numbers: Collection[int] | None) -> Iterator[Claim]:
    """Yield the claims that something is opposed to, those of most articles first."""
    its = store.sizes(("claims", "opposed"), numbers)
    while some := [row.id for row in islice(its, _AT_ONCE)]:
        yield from ordered(store.claims(some), some)


def dispute(store: Store, name: str) -> DisputesGathered:
    """Return the one dispute on the claim that an id stands for, none where it is not disputed."""
    its = store.claims([only(store, "claims", name)])
    return _disputes(store, list(disputed(its)), 0, most=_SHOWN)


def _disputes(
    store: Store, some: Sequence[Claim], more: int, *, most: int = _LISTED
) -> DisputesGathered:
    said, known = as_told(store, needed_by_disputes(some, most=most))
    numbers = store.numbers(known)
    views = [dispute_view(each, known, numbers, most=most) for each in some]
    return DisputesGathered(some, said, views, more)


def quotation(store: Store, name: str) -> QuotationGathered:
    """Return the quotation that an id, or the id of a statement, or how it begins stands for."""
    (its,) = store.quotations([only(store, "quotations", name)])
    said, known = as_told(store, its.statements)
    if its.earliest not in {each.statement.id for each in said}:
        raise SaysoError("its earliest wording was judged to be no statement; now: sayso link")
    texts = {name: store.article(name).text for name in {each.article_id for each in said}}
    speakers = list(store.entities([its.speaker])) if its.speaker else []
    speaker = speakers[0].name if speakers else ""
    return QuotationGathered(its, said, quotation_view(its, known, texts, speaker))
