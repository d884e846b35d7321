"""Claims, quotations, copies and entities in a list -> their words, each value on a few lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sayso.corrections import is_judged
from sayso.english.excerpts import shorten
from sayso.linked import AGAINST, COPIES, Claim, Copy, DatedRole, Entity, Quotation
from sayso.view.across.claims import denied, summary
from sayso.view.across.quotations import LABELS
from sayso.view.across.tellings import Telling
from sayso.view.articles import printing_words, short, sighting_view
from sayso.view.characters import one_line
from sayso.view.leads import Lead
from sayso.view.lists import ArticleLine
from sayso.view.versions import VersionView, version_view
from sayso.view.words import counted, percent, sureness

_WORDS = 240  # characters of what is claimed or was said
NO_TEXTS: Mapping[str, str] = MappingProxyType({})
_LATE = "the text is that of the later one, which the record has of a later day alone."
_DAY = 10  # characters of a day: 2031-03-14
_MOST = 8  # names, or roles, of an entity that are shown

RELATIONS = {
    "same": "the same text",
    "version": "two versions of one text",
    "partial": "reprinted in part",
    "quotes": "the same words quoted: no copy",
    "boilerplate": "only standing sentences shared: no copy",
}
"""What two articles are to each other."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list; `against` is the part of the summary that tells of denials, or empty."""

    id: str
    words: str
    days: str
    summary: str
    against: str


@dataclass(frozen=True, slots=True)
class QuotationLine:
    """A quotation in a list, in its earliest wording, with how it was changed."""

    id: str
    words: str
    who: Lead
    summary: str

    @property
    def speaker(self) -> str:
        """Return who said it."""
        return self.who.words


@dataclass(frozen=True, slots=True)
class CopyLine:
    """Two articles in a list, or the printings of one text, and how much of each is shared.

    `ends` are both, or all, each with what it is to the others: what was copied comes first where
    that is known. `a` and `b` are the ids of the first two, the same for printings of one text.
    `are_states` tells that both are states of one text, of which one changed something.
    `sure` is how sure it is, in words, and `score` in percent; both are empty where people judged.
    """

    relation: str
    ends: tuple[tuple[str, str], ...]
    shares: str
    why: str
    version: VersionView | None = None
    a: str = ""
    b: str = ""
    is_copy: bool = True
    are_states: bool = False
    sure: str = ""
    score: str = ""


@dataclass(frozen=True, slots=True)
class EntityLine:
    """One person or body in a list, its other names and roles on a line each."""

    id: str
    name: str
    summary: str
    names: str
    roles: str
    of: Lead


def claim_line(claim: Claim) -> ClaimLine:
    """Return a claim in words."""
    against = sum(each.kind in AGAINST and each.is_plain for each in claim.answers)
    return ClaimLine(
        id=claim.id,
        words=shorten(one_line(claim.words), _WORDS),
        days=days(claim.first, claim.last),
        summary=summary(claim),
        against=denied(against),
    )


def quotation_line(quotation: Quotation, telling: Telling | None, speaker: str) -> QuotationLine:
    """Return a quotation in words; `telling` is its earliest statement."""
    kinds = dict.fromkeys(c.kind for each in quotation.variants for c in each.changes)
    names = [LABELS.get(kind, kind) for kind in kinds]
    return QuotationLine(
        id=quotation.id,
        words=shorten(telling.words.strip("“”\"'‘’ ,"), _WORDS) if telling else "",
        who=_speaker(quotation, telling, one_line(speaker)),
        summary=", ".join([counted(len(quotation.statements), "report"), *names]),
    )


def _speaker(quotation: Quotation, telling: Telling | None, name: str) -> Lead:
    if name:
        return Lead("", name, "entity", quotation.speaker)
    return telling.who if telling else Lead("", "nobody named")


def copy_line(
    copy: Copy, articles: Mapping[str, ArticleLine], texts: Mapping[str, str] = NO_TEXTS
) -> CopyLine:
    """Return a pair of articles in words; `articles` are those of the record, by their ids.

    `texts` are those of articles that are two states of one text.
    """
    version = version_view(copy, texts)
    order = _order(copy, articles)
    if copy.sightings:
        ends, shared = _printings(copy, articles), counted(len(copy.sightings), "printing")
    else:
        ends, shared = _ends(copy, order, articles)
    judged = is_judged(copy.why)
    origin = f"text of {one_line(copy.origin)}" if copy.origin else ""
    return CopyLine(
        relation=_relation(copy, version),
        ends=tuple(ends),
        shares=" · ".join(filter(None, (shared, origin))),
        why=_why(copy, articles),
        version=version,
        a=order[0][0],
        b=order[1][0],
        is_copy=copy.relation in COPIES,
        are_states=copy.relation == "version",
        sure="" if judged else sureness(copy.score),
        score="" if judged else percent(copy.score),
    )


def _relation(copy: Copy, version: VersionView | None) -> str:
    if copy.relation == "version" and version and copy.note:
        return f"a text and its {version.label}"
    return RELATIONS.get(copy.relation, one_line(copy.relation))


def _order(copy: Copy, articles: Mapping[str, ArticleLine]) -> list[tuple[str, str, float]]:
    """Return both articles of a copy with what each shares, the one that was copied first.

    One of a later day is never first, whosever text it is.
    """
    ends = [(copy.a, copy.given[0], copy.share_a), (copy.b, copy.given[1], copy.share_b)]
    orders = [articles[name].order or "9999" if name in articles else "" for name, _, _ in ends]
    known = copy.from_ and not _is_late(copy, articles)
    if (known and copy.from_ == copy.b) or (not known and orders[1] < orders[0]):
        ends.reverse()
    return ends


def _why(copy: Copy, articles: Mapping[str, ArticleLine]) -> str:
    why = one_line(copy.why)
    return f"{why.rstrip('.')}; {_LATE}" if _is_late(copy, articles) else why


def _is_late(copy: Copy, articles: Mapping[str, ArticleLine]) -> bool:
    """Tell whether what counts as copied was published on a later day than its copy."""
    days = {name: articles[name].order[:_DAY] for name in (copy.a, copy.b) if name in articles}
    other = days.get(copy.b if copy.from_ == copy.a else copy.a, "")
    return bool(copy.from_ and other) and days.get(copy.from_, "") > other


def _ends(
    copy: Copy, ends: Sequence[tuple[str, str, float]], articles: Mapping[str, ArticleLine]
) -> tuple[list[tuple[str, str]], str]:
    """Return both articles of a copy in words, each with what it is, and what they share."""
    labels = ("first", "then") if copy.from_ and copy.relation in COPIES else ("one", "other")
    if labels[0] == "first" and _is_late(copy, articles):
        labels = ("first", "later")
    (_, _, one), (_, _, other) = ends
    shared = f"{percent(one)} and {percent(other)} of the words shared" if one or other else ""
    named = [_article(name, given, articles) for name, given, _ in ends]
    return list(zip(labels, named, strict=True)), shared


def _printings(copy: Copy, articles: Mapping[str, ArticleLine]) -> list[tuple[str, str]]:
    """Return who printed one text, and when."""
    line = articles.get(copy.a)
    title = copy.sightings[0].title or (line.title if line else "")
    views = [sighting_view(each, title) for each in copy.sightings]
    known = bool(copy.from_)
    about = " · ".join(filter(None, (one_line(title), line.id))) if line else short(copy.a)
    first = (("first" if known else "one"), f"{printing_words(views[0])} · {about}")
    others = [("also" if known else "other", printing_words(each)) for each in views[1:]]
    return [first, *others]


def entity_line(entity: Entity, names: Mapping[str, str], articles: int) -> EntityLine:
    """Return an entity of so many articles in words; `names` are those of others, by their ids."""
    others = [one_line(name) for name in entity.names if name != entity.name]
    return EntityLine(
        id=entity.id,
        name=one_line(entity.name),
        summary=f"{entity.type}, {counted(articles, 'article')}",
        names=_first(others),
        roles=_first([_role(each) for each in entity.roles]),
        of=Lead("", one_line(names.get(entity.of, "")), "entity", entity.of),
    )


def days(first: str, last: str) -> str:
    """Return from when to when something was seen."""
    if not first:
        return "no date"
    return first if first == last or not last else f"{first} to {last}"


def _role(role: DatedRole) -> str:
    return f"{one_line(role.text)} ({days(role.first, role.last)})"


def _first(words: Iterable[str]) -> str:
    every = list(words)
    more = [f"{len(every) - _MOST} more"] if len(every) > _MOST else []
    return "; ".join([*every[:_MOST], *more])


def _article(name: str, given: str, articles: Mapping[str, ArticleLine]) -> str:
    line = articles.get(name)
    if line is None:
        return one_line(given) or short(name)
    return " · ".join(filter(None, (line.moment, line.outlet, line.title, line.id)))
