"""A search -> the statements that fit, the newest first, with the facets by which to narrow it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import QuestionError
from sayso.gather.charts.questions import ENOUGH, MOST, asked, worded
from sayso.gather.lists import names
from sayso.records import KINDS, Span
from sayso.store import Asked, Happening, Passage, Said, Store
from sayso.store.charting.worded import Facts
from sayso.store.words import find, phrases
from sayso.view.asking import Search, parameter
from sayso.view.charts.families import FAMILIES, family_of
from sayso.view.facets import Facet, facet, months
from sayso.view.lists import Run, StatementLine, runs, statement_line

_FAMILIES = {each.address: each.words for each in FAMILIES}
_ADDRESSES = {each.key: each.address for each in FAMILIES}
_SCORES = ("0.9", "0.7", "0.5")
_ORIGINS = ("5", "3", "2")


@dataclass(frozen=True, slots=True)
class Searched:
    """Statements of one page of a search; `more` are behind them, `cut` if not all are counted.

    `marked` are their words by their ids, with those that are searched for on their own; `ids` are
    all statements that are counted, `claims` the numbers of the claims that these are of.
    """

    said: Sequence[Said]
    lines: Sequence[tuple[str, StatementLine]]
    marked: Mapping[str, Sequence[Run]]
    facets: Sequence[Facet]
    number: int
    more: int
    cut: bool
    ids: Collection[str]
    claims: Collection[int]

    def to_json(self) -> dict[str, Any]:
        """Return the statements, and the facets with the numbers of their values."""
        facets = {
            parameter(Search, facet.name): [
                {"value": each.words, "statements": each.count} for each in facet.values
            ]
            for facet in self.facets
        }
        return {
            "statements": [each.to_json() for each in self.said],
            "number": self.number,
            "facets": facets,
        }


def searched(store: Store, search: Search, *, limit: int, skip: int = 0) -> Searched:
    """Return the statements that a search is for, the newest first, and its facets.

    Raises QuestionError for what is no act, kind, day or number.
    """
    ids = worded(store, search.words, is_all=not search.is_filtered)
    charted = store.charted(_asked(search, ids), most=MOST, places=True)
    facts = store.facts([row.id for row in charted.rows])
    rows = [row for row in charted.rows if _from_enough(facts.get(row.id), search)]
    some = [row.id for row in rows[skip : skip + limit]]
    known = {each.statement.id: each for each in store.given(some)}
    said = [known[each] for each in some if each in known]
    return Searched(
        said=said,
        lines=[(each.statement.id, statement_line(each)) for each in said],
        marked={each.statement.id: _marked(each, search) for each in said},
        facets=list(_facets(store, search, rows, facts)),
        number=len(rows),
        more=max(0, len(rows) - skip - limit),
        cut=charted.cut or bool(ids and not search.is_filtered and len(ids) == ENOUGH),
        ids=[row.id for row in rows],
        claims={its.claim for row in rows if (its := facts.get(row.id)) and its.claim},
    )


def _marked(said: Said, search: Search) -> Sequence[Run]:
    """Return the words of a statement, those that are searched for on their own."""
    words = find(phrases(search.words), said.content)
    return runs(Passage(said.statement.id, Span(0, len(said.content)), said.content, words))


def _asked(search: Search, ids: frozenset[str] | None) -> Asked:
    if search.kind not in ("", *KINDS):
        raise QuestionError(f"there is no kind {search.kind!r}: {', '.join(KINDS)}")
    return replace(asked(search), statements=ids, kind=search.kind)


def _origins(search: Search) -> int:
    words = search.origins
    if words and not (words.isascii() and words.isdigit() and len(words) < 4):
        raise QuestionError(f"origins is a whole number, not {words!r}")
    return int(words or 0)


def _from_enough(facts: Facts | None, search: Search) -> bool:
    least = _origins(search)
    return not least or bool(facts and (facts.origins or 0) >= least)


def _facets(
    store: Store, search: Search, rows: Sequence[Happening], facts: Mapping[str, Facts]
) -> list[Facet]:
    speakers = [row.speaker.entity for row in rows if row.speaker and row.speaker.entity]
    who = names(store, {*speakers, search.who} if search.who.startswith("en_") else set(speakers))
    its = [facts[row.id] for row in rows if row.id in facts]
    scores = [each.score for each in its]
    origins = [each.origins or 0 for each in its]
    sure = {each: f"{float(each):.0%} or more" for each in _SCORES}
    many = {each: f"{each} or more" for each in _ORIGINS}
    acts = [_ADDRESSES[family_of(row.act, row.polarity)] for row in rows]
    spots = [name for row in rows for name in {p.name or p.words for p in row.places}]
    return [
        facet(search, "who", speakers, who),
        facet(search, "outlet", (row.publisher for row in rows)),
        facet(search, "act", acts, _FAMILIES),
        facet(search, "kind", (each.kind for each in its)),
        facet(search, "place", spots),
        months(search, (row.day for row in rows)),
        facet(search, "min_score", _from(_SCORES, scores), sure),
        facet(search, "origins", _from(_ORIGINS, origins), many),
    ]


def _from(bounds: Sequence[str], values: Sequence[float]) -> list[str]:
    """Return each bound as often as a value reaches it."""
    return [bound for bound in bounds for value in values if value >= float(bound)]
