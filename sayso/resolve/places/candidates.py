"""The words in and around a place name -> which places it may be, and of what kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sayso.english.names import POSSESSIVE
from sayso.english.numbers import number_words
from sayso.english.tables import either, listed
from sayso.records import Span
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.gazetteer import (
    ADMIN1,
    ADMIN2,
    CITY,
    COUNTRY,
    MOUNTAIN,
    NOTHING,
    REGION,
    WATER,
    Gazetteer,
    fold,
)

Rows = npt.NDArray[np.uint32]

_PROVINCE, _TRACT = frozenset({ADMIN1, ADMIN2, REGION}), frozenset({ADMIN1, REGION})
_TOWN, _WATER, _HIGH = frozenset({CITY}), frozenset({WATER}), frozenset({MOUNTAIN})
CHIEF_TOWN = 20_000  # inhabitants from which a town can have lent its region its name
CITY_STATE = 3.0  # a region with at most so many times a town's people is the town again
# What the words of each list ask for.
_ASKED = {
    "provinces": _PROVINCE,
    "counties": frozenset({ADMIN1, ADMIN2}),
    "tracts": _TRACT,
    "towns": _TOWN,
    "municipalities": _TOWN | {ADMIN2},
    "waters": _WATER,
    "heights": _HIGH,
}
KIND_WORDS = {word: kinds for name, kinds in _ASKED.items() for word in listed("places.toml", name)}
# "regions" and the like, behind or before a row of names.
_MANY = {
    re.sub("(?<=[^aeiou])y$", "ie", word) + "s": kinds
    for word, kinds in KIND_WORDS.items()
    if not word.endswith("s")
} | {"regions": _PROVINCE, "provinces": _PROVINCE}
# "four regions of Velmark -- | Karsk", "claims four regions as its own: | Karsk", "provinces such
# as | Karsk", "districts (| Karsk"
_ROW_LED = re.compile(
    rf"\b((?i:{either(_MANY)}))(?: (?:of|in) (?:the )?(?:[A-Z][\w'’-]+ ?){{1,3}}\b)?"
    r"(?: of|(?: [a-z]+){0,4}:|,? (?:[—–-]|--)|,? such as| like|,? including|,| \(|,? namely)?"
    r"(?:(?<=\()| )(?:the )?$"
)
# "Karsk and Almis | provinces", "Karsk and Almis | , the two regions", "… | , both towns"
_ROW_ENDS = re.compile(
    rf"(?:,? (?:all|both|the|{either(number_words('cardinal'))})(?: [a-z-]+){{0,2}}?)? "
    rf"({either(_MANY)})\b",
    re.IGNORECASE,
)
_ROW = re.compile(r",(?: and)? | and | or | & ")
_LEAD = 40  # characters before a row of names in which its kind is looked for
VANISHED = frozenset(fold(name) for name in listed("places.toml", "vanished"))
COMMON_NOUNS = listed("places.toml", "common_nouns")
_SHORTENED = re.compile(r"['’](?:ll|ve|re|d|m|t)$")  # "I’ll" is not Illinois
_TITLED = listed("places.toml", "titled")
_ELSEWHERE = _WATER | _HIGH  # such names are not traced to the town that they are named after
_KIND = either(KIND_WORDS)
_KIND_AFTER = re.compile(rf"(?:['’]s)?[ -]({_KIND})\b", re.IGNORECASE)
_KIND_BEFORE = re.compile(rf"\b({_KIND}|mayor|downtown|outskirts)(?: of)? $", re.IGNORECASE)
_KIND_LAST = re.compile(rf"(.+?)[ -]({_KIND}|international airport|air base|Co\.?)$", re.IGNORECASE)
_KIND_FIRST = re.compile(rf"(?:the )?({_KIND})(?: of)? (.+)", re.IGNORECASE)
# A part of a place, and the whole: "the north-eastern Karsk", "downtown Almis".
_COMPASS = re.compile(
    rf"(?:the )?(?:(?:{either(listed('places.toml', 'parts'))}|(?:north|south)[ -]?(?:east|west))"
    r"(?:ern)?[ -])+(.+)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?!(?i:the)\b)\b[A-ZÀ-ÞЀ-Я]|[^\W\x00-\u024f]|['‘’ʿʻ][A-Z]")
_ARTICLES = listed("places.toml", "articles")
_USUAL_ARTICLES = ("al", "el")  # those that are tried where a name lacks one, in this order

# All that may stand between a place and the one that it lies in: ", " in "Paris, Texas",
# " in the northern province of " in "Almis in the northern province of Karsk".
_LINK = re.compile(
    r",? ?(?:(?:in|of|near) )?\(?(?:the )?(?:(?:north|south|east|west|central)[\w-]* )?"
    r"(?:(?:province|state|region|governorate|county) of )?(?:the )?"
)
_OWNED = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}")
_AFTER_COMMA = re.compile(r", ?((?:[A-Z][\w'’-]*\.?(?:[A-Z]\.)*[ ]?){1,3})")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The places that a name may be: rows, whether by a by-name, and the kinds it asks for.

    `how` says in words how the name was found when it was not simply listed; `demonym` is True
    for a name of people or an adjective ("Russian").
    """

    rows: Rows
    by_name: npt.NDArray[np.uint8]
    kinds: frozenset[int] = frozenset()
    how: str = ""
    demonym: bool = False

    def kept(self, keep: npt.NDArray[np.bool_]) -> "Candidates":
        """Return those of the places that a mask keeps."""
        return replace(self, rows=self.rows[keep], by_name=self.by_name[keep])


def plain(name: str) -> str:
    """Return a name without quotation marks, a closing possessive or stray punctuation."""
    return POSSESSIVE.sub("", " ".join(name.split()).strip(" \"'“”‘’«»()[],;:-–—"))


@lru_cache(maxsize=1 << 12)  # the same names come back in every article
def look_up(gazetteer: Gazetteer, countries: Countries, name: str) -> Candidates:
    """Return the places that a name may be, tried as it stands first and then reworded."""
    if not _NAMED.search(name):
        return Candidates(np.zeros(0, np.uint32), np.zeros(0, np.uint8))
    if why := _no_place(name):
        return Candidates(np.zeros(0, np.uint32), np.zeros(0, np.uint8), how=why)
    as_written = _known(gazetteer, countries, name)
    if len(fold(name)) == 2:
        return as_written.kept(
            _short_named(gazetteer, as_written, capitals=name.isupper() or name.endswith("."))
        )
    if len(as_written.rows):
        return as_written
    for reworded, how, kinds in _rewordings(name):
        for variant in (reworded, *_with_articles(reworded)):
            other = _known(gazetteer, countries, variant)
            other = of_kind(gazetteer, other, kinds)
            if len(other.rows) and (not kinds or gazetteer.is_kind(other.rows, kinds).any()):
                return Candidates(other.rows, other.by_name, kinds, other.how or how, other.demonym)
    rows = gazetteer.spelt_otherwise(fold(name))
    how = "spelt otherwise" if len(rows) else as_written.how
    return Candidates(rows, np.ones(len(rows), np.uint8), how=how)


def _no_place(name: str) -> str:
    """Return why a name is that of no place of today, nothing where it may be one."""
    if fold(name) in VANISHED:
        return "a state that is no more"
    if _SHORTENED.search(name):
        return "a common word"
    return ""


def _short_named(
    gazetteer: Gazetteer, candidates: Candidates, *, capitals: bool
) -> npt.NDArray[np.bool_]:
    """Tell which places have two letters for a name: MA and the Po, no town as "UN" or "Un"."""
    if capitals:
        return ~gazetteer.is_kind(candidates.rows, (CITY,)) | (candidates.by_name > 0)
    wide = gazetteer.is_kind(candidates.rows, (REGION, WATER, MOUNTAIN))
    return np.asarray(wide & (candidates.by_name == 0))


def of_kind(gazetteer: Gazetteer, candidates: Candidates, kinds: frozenset[int]) -> Candidates:
    """Return the regions among the places found where a province or the like is asked for.

    Where none is listed, it is that of the chief town: "Kursk region" is a by-name of no region.
    """
    fits = gazetteer.is_kind(candidates.rows, kinds)
    if kinds != _PROVINCE or gazetteer.is_kind(candidates.rows, {COUNTRY}).any():
        return candidates
    if fits.any():
        return Candidates(candidates.rows[fits], candidates.by_name[fits], kinds, candidates.how)
    towns = candidates.rows[gazetteer.is_kind(candidates.rows, _TOWN)]
    towns = towns[gazetteer.population[towns] >= CHIEF_TOWN]
    if not len(towns):
        return candidates
    region = gazetteer.admin1[towns[[int(np.argmax(gazetteer.population[towns]))]]]
    if int(region[0]) == NOTHING:
        return candidates
    how = "the region of the town of that name"
    return Candidates(region.astype(np.uint32), np.ones(1, np.uint8), kinds, how)


def _known(gazetteer: Gazetteer, countries: Countries, name: str) -> Candidates:
    """Return the country or region whose people or things are called so, else all namesakes."""
    home = countries.get(countries.buildings.get(fold(name), ""))
    if home and (capital := gazetteer.row_of(home.capital_geonames)) is not None:
        by_name = np.ones(1, np.uint8)
        return Candidates(np.array([capital], np.uint32), by_name, how="which stands there")
    country, region = countries.by_demonym(name), countries.adjectives.get(fold(name))
    row = gazetteer.row_of(country.geonames) if country else None
    if row is None and region:
        row = gazetteer.row_of(region[1])
        if row is None:
            rows, _ = gazetteer.find(fold(region[0]))
            row = next((int(r) for r in rows if gazetteer.kind[r] >= REGION), None)
    if row is not None:
        of_people = np.ones(1, np.uint8)
        return Candidates(np.array([row], np.uint32), of_people, demonym=True)
    return Candidates(*gazetteer.find(fold(name)))


def _rewordings(name: str) -> list[tuple[str, str, frozenset[int]]]:
    """Return other wordings of a name, how each came about, and the kinds that it asks for."""
    wordings = [(name, "", frozenset[int]())]
    if last := _KIND_LAST.match(name):
        kinds = KIND_WORDS.get(last[2].lower(), _TOWN)
        if not kinds & _ELSEWHERE:
            wordings.append((last[1], "", kinds))
    if (first := _KIND_FIRST.match(name)) and not KIND_WORDS[first[1].lower()] & _ELSEWHERE:
        wordings.append((first[2], "", KIND_WORDS[first[1].lower()]))
    if part := _COMPASS.match(name):
        wordings.append((part[1], "part of it", frozenset()))
    if "-" in name:
        wordings.append((name.replace("-", ""), "", frozenset()))
    return wordings


def _with_articles(name: str) -> list[str]:
    """Return a name without its Arabic article, or with one."""
    folded = fold(name)
    head, _, rest = folded.partition(" ")
    if head in _ARTICLES and rest:
        return [rest, f"al {rest}"]
    return [f"{article} {folded}" for article in _USUAL_ARTICLES]


def without_doubles(gazetteer: Gazetteer, candidates: Candidates) -> Candidates:
    """Leave out regions that are hardly more than a town found with them: Kyiv twice, or Berlin.

    So are regions, and towns under a by-name, that bear the name of their country: Mexico has a
    state of México, and a city that is called so for short.
    """
    if len(candidates.rows) < 2:
        return candidates
    population = gazetteer.population[candidates.rows]
    people = dict(zip(candidates.rows.tolist(), population.tolist(), strict=True))
    double = set()
    for row in candidates.rows[gazetteer.is_kind(candidates.rows, _TOWN)].tolist():
        for region in (int(gazetteer.admin1[row]), int(gazetteer.admin2[row])):
            if people.get(region, CITY_STATE * people[row] + 1) <= CITY_STATE * people[row]:
                double.add(region)
    named = gazetteer.is_kind(candidates.rows, (COUNTRY,)) & (candidates.by_name == 0)
    if named.any():
        states = gazetteer.country[candidates.rows[named]]
        own = np.isin(gazetteer.country[candidates.rows], states)
        own &= gazetteer.is_kind(candidates.rows, (ADMIN1, ADMIN2)) | (candidates.by_name > 0)
        double.update(candidates.rows[own & ~named].tolist())
    keep = np.array([row not in double for row in candidates.rows.tolist()])
    return candidates.kept(keep)


def within(
    gazetteer: Gazetteer, candidates: Candidates, regions: frozenset[int], *, strict: bool = False
) -> Candidates:
    """Return those of the places found that lie in the region named after a comma, if any do.

    A name that is a country's or a first-level region's own may stand in a list ("Washington,
    Virginia and Texas"), so all its places stay, unless
    `strict`.
    """
    wide = gazetteer.is_kind(candidates.rows, (COUNTRY, ADMIN1)) & (candidates.by_name == 0)
    if not regions or (wide.any() and not strict):
        return candidates
    countries = {int(gazetteer.country[r]) for r in regions if gazetteer.kind[r] == COUNTRY}
    inside = np.isin(gazetteer.admin1[candidates.rows], list(regions))
    inside |= np.isin(gazetteer.country[candidates.rows], list(countries))
    if not inside.any():
        return candidates
    return candidates.kept(inside)


def kinds_beside(text: str, start: int, end: int) -> frozenset[int]:
    """Return the kinds of place that the words right beside a name ask for."""
    after = _KIND_AFTER.match(text, end)
    if after and (after[1].islower() or (after[1].istitle() and after[1].lower() in _TITLED)):
        return KIND_WORDS[after[1].lower()]
    if before := _KIND_BEFORE.search(text, max(0, start - 24), start):
        return KIND_WORDS.get(before[1].lower(), _TOWN)
    return frozenset()


def kinds_of_rows(text: str, spans: Sequence[Span]) -> dict[Span, frozenset[int]]:
    """Return the kinds of place that the words around a row of names ask for, for each in it.

    "Four regions: Karsk, Almis, Velm and Doum" are regions, and so are "Karsk and Almis provinces".
    """
    kinds: dict[Span, frozenset[int]] = {}
    row: list[Span] = []
    for span, after in pairwise([*spans, None]):
        if span is None:
            break
        row.append(span)
        if after and _ROW.fullmatch(text[span.end : after.start]):
            continue
        led = _ROW_LED.search(text, max(0, row[0].start - _LEAD), row[0].start)
        if len(row) > 1 and (asked := led or _ROW_ENDS.match(text, span.end)):
            kinds |= dict.fromkeys(row, _MANY[asked[1].lower()])
        row = []
    return kinds


def links(between: str) -> str:
    """Return how two names stand to each other by the words between them.

    `in`: the first lies in the second ("Paris, Texas"); `of`: the second in the first ("Syria's
    Idlib"); empty: the words do not tell.
    """
    if between.strip() and len(between) < 30 and _LINK.fullmatch(between):
        return "in"
    return "of" if _OWNED.fullmatch(between) else ""


def named_after(gazetteer: Gazetteer, text: str, end: int) -> frozenset[int]:
    """Return the rows of the region or country that follows a name after a comma."""
    if not (match := _AFTER_COMMA.match(text, end)):
        return frozenset()
    words = match[1].split()
    goes_on = text[match.end(1) - 1 : match.end(1) + 1].replace(" ", "").isalpha()
    for size in range(len(words), 0, -1):
        rows, _ = gazetteer.find(fold(plain(" ".join(words[:size]))))
        wide = rows[gazetteer.is_kind(rows, (COUNTRY, ADMIN1))]
        if len(wide):
            # "In Paris, U.S. Defense Secretary" and "in Rome, US officials" do not place it.
            owns = words[size - 1].isupper() and (size < len(words) or goes_on)
            states = gazetteer.is_kind(wide, (COUNTRY,)).all()
            return frozenset() if owns and states else frozenset(wide.tolist())
    return frozenset()
