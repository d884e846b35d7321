"""A statement that does something -> whom it is aimed at, where the words tell.

Whoever it was said to is it, unless that is only the press; else who stands in the place of the one
that it is done to: behind the words that report it ("accused | Karsk | of"), as the one who is to
do what is demanded ("said that | Karsk | must"), or who did what is reproached ("that | Karsk |
lied"). Nobody is it for standing near.
"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.english.function_words import auxiliaries, modals
from sayso.english.lemmas import is_irregular
from sayso.english.tables import either, listed
from sayso.exported import Party, Row
from sayso.records import Span

_AIMED_AT_HEARERS = ("demands", "rejects", "refuses", "promises", "offers", "threatens")
_OBJECTS = {
    "accuses": "accusing", "criticises": "accusing", "demands": "calling",
    "supports": "supporting", "threatens": "threatening", "rejects": "rejecting",
    "refuses": "rejecting",
}  # fmt: skip
_DONE_TO = {"threatens": "harms", "promises": "helps", "offers": "helps"}
_REPROACHES = ("accuses", "criticises")
_NEXT = len(" to the ")  # characters from the reporting words to whom they have as their object
_COUNTRY = "country"  # the type of a party that is a place alone
_ENDS = re.compile(r"\s*(?:$|[,;.:\"”])")
# What was done to whoever stands before it: "was beaten", 'is "deeply concerned"'.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s+[\"“]?(?:\w+ly\s+)?[\"“]?(\w+)"
)
_OWNED = re.compile(r"['’]s?((?:\s+[\w-]+){1,4})")


def recipients(row: Row) -> tuple[Party, ...]:
    """Return whom a statement is aimed at, nobody where its words do not tell."""
    hearer = row.addressee
    if row.act.name in _AIMED_AT_HEARERS and hearer and _is_told(hearer, row):
        return _others(row, hearer)
    aim = next(_aims(row), None)
    return _others(row, aim) if aim else ()


def _others(row: Row, party: Party) -> tuple[Party, ...]:
    return () if party.id in {each.id for each in row.speakers} else (party,)


def _is_told(hearer: Party, row: Row) -> bool:
    """Tell whoever stands behind the reporting words from the press, and from who listens in."""
    words = {*re.findall(r"\w+", hearer.name.casefold())}
    carriers = {each.id for each in row.carriers}
    if words & _words("audience") or hearer.id in carriers or hearer.type == "document":
        return False
    its = row.actors[row.provenance.addressee].mentions
    return any(0 < mention.start - cue.end <= _NEXT for mention in its for cue in row.statement.cue)


def _aims(row: Row) -> Iterator[Party]:
    """Yield who stands where the one is named that it is done to."""
    text, content = row.of.article.text, row.statement.content[0]
    opening = _opening().match(content.of(text))
    start = content.start + (opening.end() if opening else 0)
    cue = " ".join(span.of(text) for span in row.statement.cue).casefold()
    behind = any(span.end <= start for span in row.statement.cue)
    for party, end in _named_at(row, start):
        rest = text[end : content.end]
        if (behind and _has_as_object(row, cue, rest)) or _is_doer(row, cue, rest):
            yield party
    done_to = _DONE_TO.get(row.act.name)
    deed = _deed(done_to).match(text, content.start, content.end) if done_to else None
    if deed:
        yield from (party for party, _ in _named_at(row, deed.end()))


def _named_at(row: Row, start: int) -> Iterator[tuple[Party, int]]:
    """Yield who is named from a place on, the longest name first, and where that ends.

    A country is named as a place alone where no actor of the article is it.
    """
    mentions = [
        (mention.end, actor)
        for actor in row.actors.values()
        for mention in actor.mentions
        if mention.start == start
    ]
    if mentions:
        end, actor = max(mentions, key=lambda each: each[0])
        yield row.of.party(actor), end
        return
    for place in row.of.record.places:
        spot = place.location
        is_country = spot.feature == "A" and not spot.admin1 and spot.geonames is not None
        if is_country and place.use != "modifier" and _begins(row, place.mention, start):
            yield Party(f"geonames:{spot.geonames}", spot.name, _COUNTRY), place.mention.end


def _begins(row: Row, mention: Span, start: int) -> bool:
    """Tell whether a mention stands at a place, with "the" before it or not."""
    before = row.of.article.text[start : mention.start]
    return mention.start == start or before.casefold() == "the "


def _has_as_object(row: Row, cue: str, rest: str) -> bool:
    """Tell whether the reporting words have a name behind them, or what it did, as their object."""
    verbs = _OBJECTS.get(row.act.name)
    if not verbs or not _ends_with(verbs).search(cue):
        return False
    if _ENDS.match(rest) or _reason().match(rest):
        return True
    owned = _OWNED.match(rest)
    return owned is not None and not _words("deeds").isdisjoint(owned[1].casefold().split())


def _is_doer(row: Row, cue: str, rest: str) -> bool:
    """Tell whether whoever opens the content is to act, or acted, by the words behind the name."""
    if _is_passive(rest):
        return False
    if row.act.name == "demands":
        insists = _ends_with("insisting").search(cue) and re.match(r"\s+[a-z]+(?<!s)\s", rest)
        return bool(_duty().match(rest) or insists)
    word = re.match(r"\s+(?:\w+ly\s+)?([a-z]+)", rest)
    return row.act.name in _REPROACHES and bool(word and _is_finite(word[1]))


def _is_passive(rest: str) -> bool:
    clause = re.match(r"[^,;.]{0,60}", rest)
    done = _PASSIVE.search(clause[0]) if clause else None
    return bool(done and (done[1].endswith(("ed", "en")) or is_irregular(done[1])))


def _is_finite(word: str) -> bool:
    """Tell a verb that has a subject before it, as far as its form does."""
    helping = auxiliaries() | modals()
    return word in helping or is_irregular(word) or (word.endswith("ed") and len(word) > 3)


@cache
def _words(of: str) -> frozenset[str]:
    return listed("recipients.toml", of)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"[\s\"“”‘'(]*(?:that\s+)?[\"“‘']?", re.IGNORECASE)


@cache
def _ends_with(of: str) -> re.Pattern[str]:
    return re.compile(rf"\b{either(_words(of))}(?: (?:that|on [a-z]+day))?$")


@cache
def _deed(of: str) -> re.Pattern[str]:
    """Match what is threatened or promised: "that it would strike ", "to help "."""
    opening = r"\W*(?:that )?(?:to |(?:\w+ ){0,3}(?:will|would) (?:\w+ ){0,2}?)"
    return re.compile(f"{opening}{either(_words(of))} ", re.IGNORECASE)


@cache
def _duty() -> re.Pattern[str]:
    """Match what whoever is named is to do: " must leave", " not to fire"."""
    return re.compile(
        rf"\s+(?:\w+ly\s+)?(?:{either(_words('duties'))}|(?:not )?to)\s", re.IGNORECASE
    )


@cache
def _reason() -> re.Pattern[str]:
    return re.compile(rf"\s+{either(_words('reasons'))}\b", re.IGNORECASE)
