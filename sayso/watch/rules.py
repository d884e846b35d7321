"""A file of rules -> which events are told, and to whom.

[[alert]]                      # an event is told where one of these fits
events = ["denial", "turn"]    # everything that is given must fit, of a list any part
words = ["observers", "buffer zone"]
entities = ["Dunov"]
places = ["Karsk"]
acts = ["denies"]
outlets = ["Northwire"]
articles = 2                   # a claim, with its denials, stands in so many at least
to = ["desk"]                  # names of destinations; all of them if it is left out

[to.desk]                      # a destination: a file of JSON Lines, a webhook, mail
webhook = "https://desk.example/alerts"
"""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.records import ACTS
from sayso.store import Said
from sayso.store.names import key
from sayso.store.words import keys
from sayso.watch.noticing import KINDS, Event

TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Rule:
    """Which events are told: those that everything fits that is given, of a list any part.

    `words` stand in the claim or in what is said, those of one entry all of them; `entities` say
    it, pass it on or are spoken to, by all words of a name or by id; `places` are spoken of, by
    name or GeoNames number. The statements that prove it stand in so many `articles` at
    least, if it is about a claim. `to` names destinations.
    """

    events: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    articles: int = 1
    to: tuple[str, ...] = ()

    def fits(self, event: Event) -> bool:
        """Tell whether an event is told by this rule."""
        said = event.said
        return (
            (not self.events or event.kind in self.events)
            and (event.articles >= self.articles or "claim" not in event.facts)
            and (not self.acts or any(each.act.name in self.acts for each in said))
            and _any(self.words, [*event.texts, *(each.content for each in said)], keys)
            and _any(self.entities, [*event.people, *_people(said)], key)
            and _any(self.places, list(_places(said)), key)
            and _any(self.outlets, [event.outlet, *(each.publisher for each in said)], keys)
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules, and the destinations that they name, as their file describes them."""

    rules: tuple[Rule, ...] = (Rule(),)
    destinations: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: {TERMINAL: {}})

    def ways(self, event: Event) -> Collection[str]:
        """Return the names of the destinations that are told of an event."""
        every = tuple(self.destinations)
        fitting = [rule for rule in self.rules if rule.fits(event)]
        return tuple(dict.fromkeys(name for rule in fitting for name in rule.to or every))


def read_rules(path: Path) -> Rules:
    """Return the rules of a file. Raises UsageError with file and reason where they are none."""
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path}: {reason}") from None
    try:
        return _rules(given)
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from None


def _rules(given: Mapping[str, Any]) -> Rules:
    _check("the file", given, {"alert", "to"})
    named = given.get("to", {})
    if not isinstance(named, dict) or not all(isinstance(each, dict) for each in named.values()):
        raise ValueError("a destination is a table: [to.NAME]")
    alerts = given.get("alert", [{}])
    if not isinstance(alerts, list) or not all(isinstance(each, dict) for each in alerts):
        raise ValueError("rules are tables: [[alert]]")
    rules = tuple(_rule(each, number) for number, each in enumerate(alerts, start=1))
    for number, rule in enumerate(rules, start=1):
        if unknown := [name for name in rule.to if name not in (*named, TERMINAL)]:
            raise ValueError(
                f"rule {number} names {unknown[0]!r}, and there is no [to.{unknown[0]}]"
            )
    return Rules(rules, named or {TERMINAL: {}})


def _rule(given: Mapping[str, Any], number: int) -> Rule:
    names = [each.name for each in fields(Rule) if each.name != "articles"]
    _check(f"rule {number}", given, {*names, "articles"})
    values = {name: _list(given.get(name, []), f"{name} of rule {number}") for name in names}
    articles = given.get("articles", 1)
    if not isinstance(articles, int) or articles < 1:
        raise ValueError(f"articles of rule {number} is a whole number from 1 on")
    for name, known in (("events", tuple(KINDS)), ("acts", ACTS)):
        if unknown := [each for each in values[name] if each not in known]:
            message = f"rule {number}: {unknown[0]!r} is none of its {name}: {', '.join(known)}"
            raise ValueError(message)
    return Rule(**values, articles=articles)


def _list(given: Any, called: str) -> tuple[str, ...]:
    every = given if isinstance(given, list) else [given]
    if not all(isinstance(each, str | int) and str(each).strip() for each in every):
        raise ValueError(f"{called} are words in quotation marks")
    return tuple(map(str, every))


def _check(called: str, given: Mapping[str, Any], known: Collection[str]) -> None:
    if unknown := sorted(given.keys() - known):
        raise ValueError(f"{called} has {unknown[0]!r}; there are {', '.join(sorted(known))}")


def _any(wanted: Sequence[str], given: Sequence[str], form: Callable[[str], str]) -> bool:
    """Tell whether all words of one of what is wanted stand together in one of what is given."""
    if not wanted:
        return True
    there = [f" {form(each)} " for each in given if each]
    return any(_stands(form(each), there) for each in wanted)


def _stands(words: str, there: Sequence[str]) -> bool:
    return bool(words) and any(all(f" {word} " in each for word in words.split()) for each in there)


def _people(every: Sequence[Said]) -> Iterator[str]:
    """Yield whoever says statements, passes them on or is spoken to: names, and ids of entities."""
    for said in every:
        if said.speaker:
            yield said.speaker.name
        yield from (said.source, said.speaker_entity, said.addressee, said.addressee_entity)
        for link in said.chain:
            yield from (link.name, link.entity)


def _places(every: Sequence[Said]) -> Iterator[str]:
    for place in (each for said in every for each in said.places):
        yield from (place.name, str(place.geonames or ""))
