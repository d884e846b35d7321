"""The words in and around a place name -> which places it may be, what kind, how it is used."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.resolve.countries import Countries
from sayso.resolve.gazetteer import (
    ADMIN1,
    ADMIN2,
    CITY,
    COUNTRY,
    MOUNTAIN,
    REGION,
    WATER,
    Gazetteer,
    fold,
)

Rows = npt.NDArray[np.uint32]

_WIDE, _MIDDLE = frozenset({ADMIN1, ADMIN2, REGION}), frozenset({ADMIN1, ADMIN2})
_TOWN, _WATER, _HIGH = frozenset({CITY}), frozenset({WATER}), frozenset({MOUNTAIN})
# What the words for a kind of place ask for.
KIND_WORDS: dict[str, frozenset[int]] = {
    **dict.fromkeys(["oblast", "governorate", "krai", "prefecture", "emirate"], _MIDDLE),
    **dict.fromkeys(["state", "voivodeship", "canton", "department", "wilaya"], _MIDDLE),
    **dict.fromkeys(["county", "parish", "raion", "district", "shire"], _MIDDLE),
    **dict.fromkeys(["province", "region", "territory", "republic", "peninsula"], _WIDE),
    **dict.fromkeys(["provinces", "regions", "counties", "enclave", "area"], _WIDE),
    **dict.fromkeys(["island", "islands", "desert", "strip", "delta"], _WIDE),
    **dict.fromkeys(["city", "town", "village", "suburb", "hamlet", "settlement"], _TOWN),
    **dict.fromkeys(["township", "municipality", "borough", "community"], _TOWN | {ADMIN2}),
    **dict.fromkeys(["airport", "airfield", "airbase", "port", "harbor", "harbour"], _TOWN),
    **dict.fromkeys(["neighborhood", "neighbourhood", "camp", "crossing"], _TOWN),
    **dict.fromkeys(["river", "lake", "sea", "ocean", "gulf", "bay", "strait", "creek"], _WATER),
    **dict.fromkeys(["reservoir", "canal", "dam", "channel"], _WATER),
    **dict.fromkeys(["mount", "mountain", "mountains", "valley", "hills"], _HIGH),
}
_ELSEWHERE = _WATER | _HIGH  # such names are not traced to the town that they are named after
_KIND = "|".join(sorted(KIND_WORDS, key=len, reverse=True))
_KIND_AFTER = re.compile(rf"(?:['’]s)?[ -]({_KIND})\b", re.IGNORECASE)
_KIND_BEFORE = re.compile(rf"\b({_KIND}|mayor|downtown|outskirts)(?: of)? $", re.IGNORECASE)
_KIND_LAST = re.compile(rf"(.+?)[ -]({_KIND}|international airport|air base|Co\.?)$", re.IGNORECASE)
_KIND_FIRST = re.compile(rf"(?:the )?({_KIND})(?: of)? (.+)", re.IGNORECASE)
_COMPASS = re.compile(
    r"(?:the )?(?:(?:north|south|east|west|central|upper|lower|mid|inner|greater|downtown|metro"
    r"|rural|mainland|occupied|(?:north|south)[ -]?(?:east|west))(?:ern)?[ -])+(.+)",
    re.IGNORECASE,
)
_HELD = re.compile(r"^[\w'’]+-(?:held|occupied|controlled|annexed|administered) (.+)")
_ARTICLES = ("al", "el", "ar", "as", "at", "ad", "an", "az", "ash")

_LINK = re.compile(
    r",? ?(?:(?:in|of|near) )?\(?(?:the )?(?:(?:north|south|east|west|central)[\w-]* )?"
    r"(?:(?:province|state|region|governorate|county) of )?(?:the )?"
)
_OWNED = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}")
_AFTER_COMMA = re.compile(r", ?((?:[A-Z][\w'’-]*\.?(?:[A-Z]\.)*[ ]?){1,3})")

_NOUNS = (
    "officials? forces? troops? government authorit(?:y|ies) police army military navy soldiers?"
    " parliament president presidency leaders?(?:hip)? spokes(?:man|woman|person) minist(?:ry|er)s?"
    " regime courts? residents? airport talks summit war peace invasion offensive attacks? strikes?"
    " sanctions border borders market markets economy media television radio newspapers? embassy"
    " ambassador envoy diplomats? delegation lawmakers? senator governor mayor council election"
    " elections people citizens? nationals? fighters? rebels? militants? missiles? drones? jets?"
    " tanks? oil gas fans? team university school hospital prosecutors? judge native man woman"
    " bureau office department desk correspondent"
)
_BEFORE_NOUN = re.compile(
    rf" (?:{'|'.join(_NOUNS.split())})\b|[-–](?:based|backed|led|held|born|bound|occupied"
    r"|controlled|made|style|area|run|appointed|installed|imposed)\b",
    re.IGNORECASE,
)
_VERBS = (
    "said says saying denied denies rejected rejects announced announces accused accuses warned"
    " warns vowed vows claimed claims insisted insists condemned condemns demanded demands urged"
    " urges agreed agrees refused refuses offered offers proposed proposes threatened threatens"
    " pledged pledges promised promises ordered orders confirmed confirms declared declares"
    " decided decides called calls blamed blames wants wanted hopes hoped believes seeks sought"
    " supports supported backs backed opposes opposed welcomed welcomes imposed imposes argues"
    " argued told tells responded responds reacted retaliated expelled summoned signed ratified"
    " recognised recognized recognises recognizes considers regards views maintains maintained"
    " expects expected plans planned intends intended fears feared suspects admitted admits"
)
_ADVERBS = r"(?: (?:has|have|had|also|again|repeatedly|still|now|later|then|strongly|officially))*"
_DECIDES = re.compile(
    rf"(?:,[^,.]{{1,60}},)?{_ADVERBS} (?:{'|'.join(_VERBS.split())})\b"
    r"|['’]s (?:foreign|defen[cs]e|interior|finance|prime|government|president|parliament"
    r"|ministry|position|decision|demands?|proposals?|claims?|refusal|envoy|ambassador)\b"
    r"| (?:is|was|are|were) (?:ready|prepared|willing|unwilling|determined|considering|seeking)\b"
    r"| (?:will|would|must|should|could) (?:not |never )?(?:accept|agree|respond|allow|recogni[sz]e"
    r"|support|continue|negotiate|sign|withdraw|retaliate|impose|pay|join|send)\b"
)
_DEALT_WITH = re.compile(
    r"\b(?:talks with|sanctions (?:on|against)|pressure on|according to|accused?|accuses|urged?"
    r"|urges|blamed?|blames|relations with|ties with|told|demands? that|call(?:ed|s)? on"
    r"|negotiat(?:e|ed|ing|ions) with|agreement with|deal with|pressed|warned|condemned) $"
)


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


def plain(name: str) -> str:
    """Return a name without quotation marks, a closing possessive or stray punctuation."""
    return re.sub(r"['’]s?$", "", " ".join(name.split()).strip(' "“”«»()[],;:-–—'))


def candidates(gazetteer: Gazetteer, countries: Countries, name: str) -> Candidates:
    """Return the places that a name may be, tried as it stands first and then reworded."""
    found = _people(gazetteer, countries, name)
    if not len(found.rows):
        found = _listed(gazetteer, name)
    for reworded, how, kinds in [] if len(found.rows) else _rewordings(name):
        other = _listed(gazetteer, reworded)
        if not len(other.rows):
            other = _people(gazetteer, countries, reworded)
        fits = not kinds or np.isin(gazetteer.kind[other.rows], list(kinds)).any()
        if len(other.rows) and fits:
            return Candidates(other.rows, other.by_name, kinds, how, other.demonym)
    return found


def _listed(gazetteer: Gazetteer, name: str) -> Candidates:
    rows, by_name = gazetteer.find(fold(name))
    return Candidates(rows, by_name)


def _people(gazetteer: Gazetteer, countries: Countries, word: str) -> Candidates:
    """Return the country or region whose people or things are called so."""
    country = countries.by_demonym(word)
    region = countries.adjectives.get(fold(word))
    rows = np.zeros(0, np.uint32)
    if country and country.geonames in gazetteer.rows_by_id:
        rows = np.array([gazetteer.rows_by_id[country.geonames]], np.uint32)
    elif region:
        rows, _ = gazetteer.find(fold(region))
        rows = rows[gazetteer.kind[rows] != CITY]
    return Candidates(rows, np.ones(len(rows), np.uint8), how="people", demonym=bool(len(rows)))


def _rewordings(name: str) -> list[tuple[str, str, frozenset[int]]]:
    """Return other wordings of a name, how each came about, and the kinds that it asks for."""
    found: list[tuple[str, str, frozenset[int]]] = []
    if held := _HELD.match(name):
        found.append((held[1], "", frozenset()))
    if part := _COMPASS.match(name):
        found.append((part[1], "part of it", frozenset()))
    if last := _KIND_LAST.match(name):
        kinds = KIND_WORDS.get(last[2].lower(), _TOWN)
        if not kinds & _ELSEWHERE:
            found.append((last[1], "", kinds))
    if (first := _KIND_FIRST.match(name)) and not KIND_WORDS[first[1].lower()] & _ELSEWHERE:
        found.append((first[2], "", KIND_WORDS[first[1].lower()]))
    folded = fold(name)
    head, _, rest = folded.partition(" ")
    if head in _ARTICLES and rest:
        found.append((rest, "without its article", frozenset()))
    found += [(f"{article} {folded}", "with its article", frozenset()) for article in _ARTICLES[:2]]
    if "-" in name:
        found.append((name.replace("-", ""), "", frozenset()))
    return found


def kinds_beside(text: str, start: int, end: int) -> frozenset[int]:
    """Return the kinds of place that the words right beside a name ask for."""
    if after := _KIND_AFTER.match(text, end):
        return KIND_WORDS[after[1].lower()]
    if before := _KIND_BEFORE.search(text, max(0, start - 24), start):
        return KIND_WORDS.get(before[1].lower(), _TOWN)
    return frozenset()


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
    for size in range(len(words), 0, -1):
        rows, _ = gazetteer.find(fold(plain(" ".join(words[:size]))))
        wide = rows[np.isin(gazetteer.kind[rows], (COUNTRY, ADMIN1))]
        if len(wide):
            return frozenset(wide.tolist())
    return frozenset()


def use_of(text: str, start: int, end: int, *, demonym: bool, speaks: bool) -> str:
    """Return how a name is used: literal, metonym or modifier.

    `speaks` tells that the place is a country or a capital, whose name can stand for a government.
    """
    if demonym or _BEFORE_NOUN.match(text, end):
        return "modifier"
    before = text[max(0, start - 24) : start]
    if speaks and (_DECIDES.match(text, end) or _DEALT_WITH.search(before)):
        return "metonym"
    return "literal"
