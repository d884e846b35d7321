"""Words of a role or a description -> the office that they tell.

That is its noun, what tells it from others of that noun, and the sides that it is held for. Pure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.english.function_words import determiners, joints, particles
from sayso.english.names import POSSESSIVE, folded
from sayso.english.pronouns import plain_form, pronouns, subjects
from sayso.english.role_nouns import heads, marked
from sayso.english.tables import either, listed, lists
from sayso.english.titles import address, in_full
from sayso.resolve.places.countries import shipped_countries
from sayso.resolve.places.gazetteer import fold

_WORD = re.compile(r"[^\W_]+(?:[-.'’&][^\W_]+)*(?:['’](?!\w))?")
_COMPOUNDS = {words: noun for noun, several in lists("actors.toml", "compounds").items()
              for words in several}  # fmt: skip
# Nouns of which one person may be both: a leader and a president.
_ALIKE = frozenset(
    pair
    for noun, others in lists("actors.toml", "alike").items()
    for other in others
    for pair in ((noun, other), (other, noun))
)
_COMPOUND = re.compile(rf"\b{either(_COMPOUNDS)}\b", re.IGNORECASE)
_HOUSES = {house: noun for noun, houses in lists("actors.toml", "houses").items()
           for house in houses}  # fmt: skip
# "Member | of the State Duma"
_MEMBER = re.compile(
    rf"\bmember(?P<s>s?)(?= (?:of )?(?:the )?(?:[\w-]+ ){{0,2}}(?P<house>{either(_HOUSES)})\b)",
    re.IGNORECASE,
)
AGED = re.compile(r"\b\d{1,3}-year-old\Z")  # "the 61-year-old", who is somebody
# "who leads the rebels" is their leader.
_LEADS = {verb: noun for noun, verbs in lists("actors.toml", "leading").items() for verb in verbs}
_LEADING = re.compile(rf"(?:who|that) (?:has |now |still )*(?P<verb>{either(_LEADS)})\b")
# What tells more of somebody behind what he is.
FOLLOWING = listed("actors.toml", "following")
# Where what somebody is ends: "the officials | who asked", "a diplomat | familiar with the talks".
_CLAUSE = re.compile(
    rf"(?:[,(–—]|\b(?:{either(pronouns('relative') | FOLLOWING)}|quoted|cited|when|as)\b)"
)
_OPENS_CLAUSE = (pronouns("relative") - {"who"}) | {"that", "when", "if", "because"}
_JOINING = re.compile(r"\b(?:of|for|in|from|at|on|with|to|by|under|inside|within|across|near)\b")
_ADJECTIVE = re.compile(r"[A-Z]\w+(?:ian|ean|ese|ish)")
_STEM = 5  # letters that the words of one side share: Ostrania, Ostranian
_LONGEST_NAME = 3  # words of a country's name
MILITARY_RANKS = listed("actors.toml", "military_ranks")
_FORCES = frozenset(word[:_STEM] for word in listed("actors.toml", "forces"))
_EX = re.compile(r"\b(ex)-(?=[a-z])", re.IGNORECASE)  # "the ex-governor"
# Ranks by another name: "ex" is former. Those that tell of no other holder: "the late mayor".
_SAME_RANK = {word: rank for rank, words in lists("actors.toml", "same_rank").items()
              for word in words}  # fmt: skip
_LIGHT_RANKS = listed("actors.toml", "light_ranks")
_LEADERS = frozenset({"leader", "commander"})
# A creed is one of many words for a body, and tells of no owner.
_CREEDS = frozenset(word[:_STEM] for word in listed("actors.toml", "creeds"))
# Who is sent to a place or body, which is then no side of his; and the sign of where that is.
_SENT, _TO = listed("actors.toml", "sent"), ">"
_SERVICES = frozenset(word[:_STEM] for word in listed("actors.toml", "services"))
# "The top Skerran diplomat" is its foreign minister.
_DIPLOMAT, _TOP = "diplomat", frozenset({"top", "chief"})
_ELSEWHERE = listed("actors.toml", "other_ranks")
_LESSER = listed("actors.toml", "lesser_ranks")  # of whoever is always told with it


@dataclass(frozen=True, slots=True)
class Office:
    """What words tell that somebody is.

    `noun` is the noun in the form that its variants share, `words` the beginnings of what else is
    said of it, `sides` those among them that name a country, a place or a party, `ranks` what makes
    it another office ("former", "deputy"); `owned` tells whether somebody or something has it: "his
    lawyer", "the port's manager", "the mayor of Garth".
    """

    noun: str
    words: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    owned: bool = False

    @property
    def countries(self) -> frozenset[str]:
        """Those of its sides that name a country."""
        return frozenset(side for side in self.sides if side.startswith("="))

    @property
    def bare(self) -> bool:
        """Whether nothing tells this office from others of its noun."""
        return not self.words and not self.ranks and not self.owned


def leads(words: str) -> bool:
    """Tell whether words are a clause that tells an office: "who leads the rebels"."""
    return _LEADING.match(words) is not None


def is_held_for(small: str) -> bool:
    """Tell whether a word may be what an office is held for, and is not what somebody is."""
    if small in determiners() | _ranks() | joints() | particles() | address().keys():
        return False
    if small in heads():
        return heads()[small].type != "person"
    return not small.endswith(("ed", "ing", "born", "less"))


def is_clause(words: Sequence[str]) -> bool:
    """Tell whether words are a clause: "that it had …", "whose brother", "citing two officials"."""
    first = words[0] if words else ""
    participle = first.endswith("ing") and first not in heads().keys() | _ranks()
    return first in _OPENS_CLAUSE or (participle and not determiners().isdisjoint(words[1:2]))


@lru_cache(maxsize=8192)
def office(words: str) -> Office | None:
    """Return the office that words tell, None where they have no noun."""
    parts = _parts(" ".join(words.split()))
    if parts is None:
        return None
    codes, others, at = shipped_countries().codes, parts.others, 0
    plain, sides, ranks = set[str](), set[str](), set[str]()
    for word in parts.sent_to:
        if folded(word) not in _light():
            code = codes.get(fold(word))
            plain.add(_TO + (f"={code}" if code else folded(word)[:_STEM]))
    while at < len(others):
        word = others[at]
        longest = min(_LONGEST_NAME, len(others) - at) if word[:1].isupper() else 0
        names = ((size, fold(" ".join(others[at : at + size]))) for size in range(longest, 0, -1))
        size, name = next(((size, name) for size, name in names if codes.get(name)), (1, ""))
        bare = folded(word)
        if name:
            sides.add("=" + codes[name])
        elif bare in _ranks():
            ranks.add(_SAME_RANK.get(bare, bare))
        elif bare and bare not in _light():
            proper = (word[0].isupper() and bare not in _portfolios()) or word in parts.persons
            (sides if proper or bare[:_STEM] in _parties() else plain).add(bare[:_STEM])
        at += size
    telling = frozenset(plain | sides)
    return Office(parts.noun, telling, frozenset(sides), frozenset(ranks), owned=parts.owned)


class _Parts(NamedTuple):
    """The noun of an office, the other words that tell it, and whether somebody has it.

    `persons` are those among the words that tell what the owner is: "the bishop's office";
    `sent_to` is where an ambassador is sent.
    """

    noun: str
    others: list[str]
    owned: bool
    persons: frozenset[str] = frozenset()
    sent_to: tuple[str, ...] = ()


def _parts(words: str) -> _Parts | None:
    """Return what words that tell an office are made of, None where they have no noun."""
    if clause := _LEADING.match(words):
        behind = _WORD.findall(words[clause.end() :])
        return _Parts(_LEADS[clause["verb"]], _bare(*behind), owned=True)
    words = _EX.sub(r"\1 ", words)
    words = _MEMBER.sub(lambda match: _HOUSES[match["house"].lower()] + match["s"], words)
    words = AGED.sub("person", words)
    words = _COMPOUND.sub(lambda match: _COMPOUNDS[match[0].lower()], words)
    begin = _WORD.search(words)
    end = _CLAUSE.search(words, begin.end() if begin else 0)
    words = words[: end.start()] if end else words
    joint = _JOINING.search(words, 1)
    before, after = (words[: joint.start()], words[joint.end() :]) if joint else (words, "")
    written = _WORD.findall(before)
    if len(written) > 1 and written[-1].lower() in in_full():
        written = written[:-1]  # "army spokesman | Maj."
    tokens = [in_full().get(token.lower(), token) for token in written]
    nouns = [n for n, token in enumerate(tokens) if token.lower() in heads()]
    if not nouns and not tokens:
        return None
    at = (nouns or [len(tokens) - 1])[-1]
    others = tokens[:at] + tokens[at + 1 :]
    possessors = _bare(*(token for token in tokens[:at] if POSSESSIVE.search(token)))
    held = noun(tokens[at].lower())
    owned = bool(after) or bool(possessors) or plain_form(tokens[0]) in subjects("third")
    if held == _DIPLOMAT and not _TOP.isdisjoint(map(str.lower, others)):
        held, others = noun("minister"), [*others, "foreign"]
    persons = frozenset(word for word in possessors if _is_person(word))
    if joint and joint[0] == "to" and held in _SENT:
        return _Parts(held, _bare(*others), owned, persons, tuple(_bare(*_WORD.findall(after))))
    others = _bare(*others, *_WORD.findall(after))
    return _Parts(held, others, owned, persons)


def _is_person(word: str) -> bool:
    """Tell whether a word tells what a person is: "bishop", and "victims"."""
    known = heads().get(word) or heads().get(word.removesuffix("s"))
    return known is not None and known.type == "person"


def _bare(*words: str) -> list[str]:
    return [POSSESSIVE.sub("", word) for word in words]


def noun(word: str) -> str:
    """Return the form that the variants of a noun share: "spokeswoman" is a spokesperson."""
    head = heads().get(word)
    if (head is None or head.many) and word.removesuffix("s") in heads():
        word = word.removesuffix("s")  # "Presidents Okar and Amundsen"
    return _same().get(word, word)


def of_forces(office: Office) -> bool:
    """Tell whether who holds an office serves in the forces, or speaks for them."""
    return office.noun in MILITARY_RANKS or bool(office.words & _FORCES)


def is_adjective(word: str) -> bool:
    """Tell whether a word tells of which country or people somebody is: "Ostranian"."""
    return fold(word) in shipped_countries().demonyms or bool(_ADJECTIVE.fullmatch(word))


@cache
def general_nouns() -> frozenset[str]:
    """Return what a person may be called whatever his office is: "the leader"."""
    return marked("general") | listed("actors.toml", "general_nouns")


@cache
def _same() -> dict[str, str]:
    return {word: noun for noun, words in lists("actors.toml", "same").items() for word in words}


@cache
def _light() -> frozenset[str]:
    """Return the words that tell nothing of an office."""
    return determiners() | joints() | listed("actors.toml", "plain") | pronouns("relative")


@cache
def _portfolios() -> frozenset[str]:
    """Return what opens an office, and a sentence, with a capital and is no side: "Foreign"."""
    return listed("actors.toml", "portfolios") | listed("actors.toml", "ranks") | heads().keys()


@cache
def _parties() -> frozenset[str]:
    return _beginnings(listed("actors.toml", "parties"))


@cache
def _ministries() -> frozenset[str]:
    """Return what ministers are of, as words of offices are compared."""
    return _beginnings(listed("actors.toml", "ministries"))


@cache
def _ranks() -> frozenset[str]:
    return listed("actors.toml", "ranks")


def _beginnings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How an office that a description tells stands to those that an actor is known for."""

    same: bool = False  # an office of the same noun
    alike: bool = False  # only one whose noun may mean the same
    other: bool = False  # offices, but none like it
    shared: int = 0  # words of the description that the office or the actor is told with
    extra: int = 0  # words that it is not told with, sides aside
    sides: int = 0  # sides among those that it is told with
    new_side: bool = False  # a side that it is not told with
    other_side: bool = False  # and it is told with another
    other_office: bool = False  # both are told with words that the other lacks
    rank: bool = False  # one is former, deputy or the like, the other is not


@lru_cache(maxsize=8192)
def likeness(wanted: Office, known: tuple[Office, ...]) -> Likeness:
    """Compare an office with those that one actor is told to hold."""
    words = frozenset(word for one in known for word in one.words)
    each = [(_compared(wanted, one, words), one) for one in known]
    fitting = [(like, one) for like, one in each if like.same or like.alike]
    best = max((like for like, _ in fitting), key=_closeness, default=Likeness(other=bool(known)))
    # Whoever is told with a side once has it wherever his office is told without one.
    elsewhere = any(one.sides - wanted.words for _, one in fitting)
    best = replace(best, other_side=best.new_side and elsewhere)
    # So is he told with a portfolio: "the defence minister" is no foreign minister.
    theirs = {word for like, one in fitting if like.same for word in one.words & _ministries()}
    others = theirs and wanted.words & _ministries() and theirs.isdisjoint(wanted.words)
    return replace(best, other_office=True) if others else best


def excludes(wanted: Office, known: tuple[Office, ...]) -> bool:
    """Tell whether somebody who is told to hold some offices cannot hold another.

    He is of another side, has another office, or nothing tells that he is what somebody has: "their
    commander" is nobody who is not told to be one.
    """
    like = likeness(wanted, known)
    if opposed(wanted, known):
        return True
    if like.same or like.alike:
        another = like.other_side or like.other_office or is_of_another_rank(wanted, known)
        return another or (like.alike and not like.same and like.new_side and _is_of_party(wanted))
    general = wanted.noun in general_nouns()
    return (like.other and not general) or (wanted.owned and not wanted.sides)


def opposed(wanted: Office, known: tuple[Office, ...]) -> bool:
    """Tell whether all that is known of somebody is held for other sides than an office is.

    Two offices of one noun are, where both tell whose they are; others, where both tell a country.
    """
    if any(not (wanted.ranks & _ELSEWHERE <= one.ranks) for one in known):
        return True
    if not wanted.sides:
        return False
    theirs = frozenset[str]().union(*(one.countries for one in known))
    if wanted.countries and theirs and wanted.countries.isdisjoint(theirs):
        return True
    like = likeness(wanted, known)
    return like.same and like.other_side and not like.sides and bool(wanted.sides - _CREEDS)


def _is_of_party(wanted: Office) -> bool:
    """Tell whether somebody leads rebels, an opposition or another party, and no state."""
    return wanted.noun in _LEADERS and bool(wanted.sides & _parties())


def is_of_another_rank(wanted: Office, known: tuple[Office, ...]) -> bool:
    """Tell whether an office is a former, a deputy's or another rank of all that are like it.

    Who was told to be former, but not a deputy, may be called by the office alone.
    """
    like = [o for o in known if o.noun == wanted.noun] or [
        o for o in known if (o.noun, wanted.noun) in _ALIKE
    ]
    return bool(like) and all(
        wanted.ranks - one.ranks - _LIGHT_RANKS or (one.ranks - wanted.ranks) & _LESSER
        for one in like
    )


def _compared(wanted: Office, known: Office, words: frozenset[str]) -> Likeness:
    missing = wanted.words - known.words - words
    missing -= {word.removeprefix(_TO) for word in known.words if word.startswith(_TO)}
    extra, new = missing - wanted.sides, missing & wanted.sides
    others = known.words - wanted.words
    return Likeness(
        same=wanted.noun == known.noun,
        alike=wanted.noun != known.noun and (wanted.noun, known.noun) in _ALIKE,
        shared=len(wanted.words - missing),
        extra=len(extra),
        sides=len(wanted.sides - missing),
        new_side=bool(new),
        other_side=bool(new and others & known.sides),
        other_office=bool(extra and others - known.sides)
        or bool(missing & _SERVICES and others & _SERVICES),
        rank=bool((wanted.ranks ^ known.ranks) - ((_ELSEWHERE | {"new"}) - wanted.ranks) - {"new"}),
    )


def _closeness(like: Likeness) -> tuple[int, ...]:
    against = like.other_side + like.other_office + like.rank
    return (-against, like.same, like.shared, -like.extra - like.new_side)
