"""Which places statements speak of, who speaks, and when."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from sayso.gather.charts.questions import chosen, claim_of
from sayso.store import Happening, Mentioned, Store
from sayso.view.asking import TIMELINE, Question
from sayso.view.characters import one_line
from sayso.view.charts.basemap import Box
from sayso.view.charts.maps import Located, Map, mapped
from sayso.view.doubt import DOUBTFUL
from sayso.view.places import is_contested

MOST = 3000  # statements of one map


@dataclass(frozen=True, slots=True)
class MapGathered:
    """A map, of how many statements it is, and how many of these speak of no place."""

    view: Map
    statements: int
    placeless: int
    cut: bool

    def to_json(self) -> dict[str, Any]:
        """Return the places, those of most statements first, and what the map is made of."""
        every = (*self.view.drawn, *self.view.unsure, *self.view.unknown)
        return {
            "statements": self.statements,
            "without_place": self.placeless,
            "cut": self.cut,
            "places": [each.to_json() for each in every],
            "base_map": self.view.source,
        }


def whole(store: Store, question: Question, box: Box | None = None) -> MapGathered:
    """Return a map of what is asked for: of a part of the world, or of where most of it is."""
    wanted = chosen(store, question, claim_of(store, question))
    charted = store.charted(wanted, most=MOST, places=True)
    rows: dict[object, list[tuple[Happening, Mentioned]]] = defaultdict(list)
    for row in charted.rows:
        # One that a statement names twice counts once.
        for key, place in {_key(each): each for each in row.places}.items():
            rows[key].append((row, place))
    places = [_located(its, question) for its in rows.values()]
    return MapGathered(
        view=mapped(places, box),
        statements=len(charted.rows),
        placeless=sum(not row.places for row in charted.rows),
        cut=charted.cut,
    )


def _key(place: Mentioned) -> object:
    """Return what tells a place from others: its id, else what it is called."""
    return place.geonames or (place.name or place.words).casefold()


def _located(its: Sequence[tuple[Happening, Mentioned]], question: Question) -> Located:
    rows = [row for row, _ in its]
    place = max((place for _, place in its), key=lambda each: each.score)
    days = sorted(row.day for row in rows if row.day)
    mention = Counter(each.words for _, each in its).most_common(1)[0][0]
    name = place.name or mention
    score = sum(each.score for _, each in its) / len(its)
    shown = name if score >= DOUBTFUL or place.lat is None else mention
    who = {row.speaker.entity or row.speaker.name for row in rows if row.speaker}
    wanted = str(place.geonames) if place.geonames else name
    return Located(
        name=one_line(name),
        mention=one_line(mention),
        geonames=place.geonames,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        score=round(score, 2),
        statements=len(rows),
        speakers=len(who),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        address=f"/place/{quote(shown, safe='')}",
        said=question.address(TIMELINE, place=wanted) + "#said",
        contested=is_contested(place.geonames, place.admin1),
    )
