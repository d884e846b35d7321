"""Statements, chains and mentions of one article -> the references that its actors are made of."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.english.given_names import sexes
from sayso.english.names import folded, owns
from sayso.english.pronouns import plain_form, sexes_of_pronouns
from sayso.english.role_nouns import heads
from sayso.english.tables import either, listed
from sayso.english.titles import short_titles
from sayso.records import Mention, Span
from sayso.resolve.actors.bodies import names_body
from sayso.resolve.actors.holders import holders
from sayso.resolve.actors.introductions import introduced, roles_beside
from sayso.resolve.actors.names.known_names import made_as
from sayso.resolve.actors.names.whole_names import with_surnames
from sayso.resolve.actors.naming import bare, is_missed, joined_names, stands_for_nobody
from sayso.resolve.actors.references import Reference, reference, trimmed
from sayso.resolve.places.countries import Countries

NAMED = frozenset({"person", "organisation", "place", "group"})
_ACTING = frozenset({"person", "organisation"})
_QUOTED = re.compile('["“”«»]')
_ADJECTIVE = re.compile(r"[A-Z]\w+(?:ian|ean|an|ese|ish|i)")
_JOINED = re.compile(r"\band\b")
_LEADING = 8  # words of the longest role before a name
_PLACING = re.compile(rf"\b{either(listed('actors.toml', 'placing'))} \Z")
# What follows a place that has what places have: "'s army", "’s northern border".
_RULING = re.compile(rf"['’]s? (?:[A-Za-z]+ ){{0,2}}{either(listed('actors.toml', 'of_places'))}\b")
# What stands before one: "the president of ", "the north of ".
_PEOPLED = re.compile(rf"\b{either(listed('actors.toml', 'before_places'))} of \Z")
_LEAD = 24  # characters before a name in which such words are looked for
_STEM = 5  # letters that a place and its people share: Ostrania, Ostranians
_PEOPLE = re.compile(rf"\b(\w{{{_STEM}}})\w*(?:ian|ese|ish)s?\b")
# Votes that the last word of a person's full name is that person where it stands alone: more than
# a mention that is wrongly taken for a body has, less than one of a body that is called so.
_SURNAME = 0.8
_AGE = re.compile(r", (?:aged )?\d\d(?=[,.;]| and\b)")
_AGED = 1.0
# Votes of a known first name: less than a mention that is surely of a place has, more than one
# that is only likelier of a place than of anything else.
_GIVEN_NAME = 0.55
# "Um Dukhun", "Ra's al-Ayn", "Tal Tamr"; and the votes of such a name.
_PLACE_OPENS = re.compile(
    rf"{either(map(str.capitalize, listed('actors.toml', 'place_openers')))} "
)
_OPENED = 0.75
_KNOWN = 2.0  # votes of the vocabulary of countries
_WIDEST = 120  # characters of the longest description that is taken for a name's


class Names:
    """The names of an article, found by where they stand."""

    def __init__(self, text: str, mentions: Iterable[Mention], countries: Countries) -> None:
        named = (m for m in mentions if m.form == "name" and m.type in NAMED)
        parted = (part for m in joined_names(text, named) for part in bare(text, m))
        every = settled(text, sorted(parted, key=lambda m: m.span), countries)
        self.all = with_surnames(text, every)
        self._starts = [m.span.start for m in self.all]
        # What spans tell: the same ones are sources and mentions.
        self.read: dict[Span, Reference] = {}

    def touching(self, span: Span) -> bool:
        """Tell whether a name shares characters with a span."""
        first = bisect_left(self._starts, span.end) - 1
        return first >= 0 and self.all[first].span.end > span.start

    def inside(self, span: Span) -> list[Mention]:
        """Return the names that stand inside a span, in text order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        return [m for m in self.all[first:last] if m.span.end <= span.end]


def settled(text: str, names: Sequence[Mention], countries: Countries) -> list[Mention]:
    """Return the names, each with the one type that all its mentions in the article speak for."""
    votes: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    keys = [folded(m.span.of(text)) for m in names]
    surnames = _surnames(keys, names)
    peoples = {people[1] for people in _PEOPLE.finditer(text)}
    places = {m.span.end for m in names if m.type == "place"}
    for key, mention in zip(keys, names, strict=True):
        votes[key][mention.type] += mention.score
        votes[key]["place"] += _looks_like_place(text, mention.span, peoples)
        body = made_as(mention.span.of(text)) == "organisation"
        body = body or names_body(text, mention.span, surnames, mention.type)
        if body and mention.type != "place":
            votes[key]["organisation"] += _KNOWN
            continue
        if not _is_whole(text, mention, places):
            votes[key]["person"] += _KNOWN * _has_role(text, mention)
        votes[key]["person"] += _looks_like_person(text, mention.span)
    for surname, score in surnames.items():
        if surname in votes and not votes[surname]["place"]:
            votes[surname]["person"] += score + _SURNAME * keys.count(surname)
    for key, counts in votes.items():
        if countries.by_name(key):
            counts["place"] += _KNOWN
        counts["group"] += _KNOWN * bool(countries.by_demonym(key))
    chosen = {key: max(counts, key=lambda t: (counts[t], t)) for key, counts in votes.items()}
    return [replace(m, type=chosen[key]) for key, m in zip(keys, names, strict=True)]


def _is_whole(text: str, name: Mention, places: Collection[int]) -> bool:
    """Tell whether a name is that of what another place lies in: "of Almis, Karsk, said".

    `places` are where the names of places end.
    """
    start = name.span.start
    return name.type == "place" and start - 2 in places and text[start - 2 : start] == ", "


def _has_role(text: str, name: Mention) -> bool:
    """Tell whether a role stands beside a name; behind a place it is that of whoever follows.

    "In Karsk, the foreign minister, Abel Rasch, said so."
    """
    return any(
        role < name.span or name.type != "place" for role, _ in roles_beside(text, name.span)
    )


def _surnames(keys: Sequence[str], names: Sequence[Mention]) -> dict[str, float]:
    """Return the last words of the full names of persons, with how sure it is that they are."""
    scores: defaultdict[str, float] = defaultdict(float)
    for key, mention in zip(keys, names, strict=True):
        if mention.type == "person" and " " in key:
            scores[key.rpartition(" ")[2]] += mention.score
    return scores


def _looks_like_place(text: str, span: Span, peoples: set[str]) -> float:
    """Return how much the words around a name speak for a place: "in Karsk", "Karsk's army"."""
    before = text[max(span.start - _LEAD, 0) : span.start].lower()
    placed = _PLACING.search(before) or _RULING.match(text, span.end) or _PEOPLED.search(before)
    name = span.of(text)
    opens = _PLACE_OPENS.match(name) is not None
    people = name[:_STEM] in peoples and " " not in name
    return float(bool(placed)) + 0.5 * people + _OPENED * opens


def _looks_like_person(text: str, span: Span) -> float:
    """Return how much a name speaks for a person: "Hilde Amundsen", and "Okar, 58,"."""
    words = span.of(text).split()
    given = len(words) == 2 and folded(words[0]) in sexes() and folded(words[1]) not in heads()
    return _AGED * bool(_AGE.match(text, span.end)) + _GIVEN_NAME * given


def references(
    text: str, wanted: Iterable[Span], mentions: Sequence[Mention], names: Names
) -> list[Reference]:
    """Return all references in text order: the spans wanted, names, pronouns and descriptions."""
    wanted = list(wanted)
    by_span: dict[Span, Reference] = {}
    ends = {m.span.end: m for m in sorted(mentions, key=lambda m: m.span.end - m.span.start)}
    for span in wanted:
        made = names.read.get(span) or reference(text, span, names.inside(span))
        names.read[span] = made
        if not made.span.of(text):
            continue
        by_span.setdefault(made.span, made)
        if made.pronoun == "who" and (taken_up := _before(text, made.span, ends)):
            before = reference(text, taken_up.span, names.inside(taken_up.span))
            by_span.setdefault(before.span, before)
    taken = {r.named for r in by_span.values() if r.named}
    begun = {r.span.start for r in by_span.values()}  # a longer mention there is the same somebody
    for made in _described(text, mentions, names):
        if made.named not in taken and (made.named or made.span.start not in begun):
            by_span.setdefault(made.span, made)
            taken |= {made.named} if made.named else set()
    for name in names.all:
        if name.span not in taken and name.type in _ACTING and not _modifies(text, name.span):
            by_span.setdefault(name.span, reference(text, name.span, [name]))
    asked = {trimmed(text, span) for span in wanted}
    return _whose(text, by_span.values(), asked)


def _whose(text: str, every: Iterable[Reference], asked: Collection[Span]) -> list[Reference]:
    """Return references with what the words around their names tell, in text order.

    A description beside a name is that name's; it stays a reference where it is asked for.
    """
    each = [introduced(text, made) for made in every]
    named = {role.span: made for made in each if made.kind == "name" for role in made.roles}
    kept = []
    for made in each:
        holder = _named_beside(made, named)
        if holder is None:
            kept.append(made)
        elif made.span in asked:
            kept.append(replace(holder, span=made.span))
    return sorted(kept, key=lambda r: (r.span.start, -r.span.end))


def _named_beside(made: Reference, named: Mapping[Span, Reference]) -> Reference | None:
    """Return who is named beside a description: "his wife" of "his wife, Miriam"."""
    if made.kind != "nominal":
        return None
    start, end = made.span
    fitting = (r for role, r in named.items() if start <= role.start and abs(role.end - end) <= 1)
    return next(fitting, None)


def references_to_all(text: str, mentions: Iterable[Mention], names: Names) -> list[Reference]:
    """Return the references of all mentions in text order, those to things and events too."""
    every = (reference(text, m.span, names.inside(m.span)) for m in mentions)
    by_span = {made.span: made for made in every}
    return sorted(by_span.values(), key=lambda r: (r.span.start, -r.span.end))


def _modifies(text: str, span: Span) -> bool:
    """Tell whether a name only says of what kind something is: "Ostranian forces"."""
    return bool(_ADJECTIVE.fullmatch(span.of(text))) and bool(
        re.match(" [a-z]", text[span.end : span.end + 2])
    )


def _before(text: str, span: Span, ends: dict[int, Mention]) -> Mention | None:
    """Return the longest mention that ends right before "who", "which" or "that"."""
    at = span.start
    while at > 0 and text[at - 1] in ", ":
        at -= 1
    return ends.get(at)


def _plain(text: str, made: Reference) -> bool:
    """Tell whether a mention is one actor's, with few words before the name.

    "X and Y" is not, nor is "X accused Y".
    """
    start = made.named.start if made.named else made.span.start
    before = text[made.span.start : start].split()
    others = (n for n in made.within if n.type == "person" and n.span.end < start)
    another = any(not owns(text, n.span.end) for n in others)
    return len(before) <= _LEADING and "and" not in before and not another


def _described(text: str, mentions: Sequence[Mention], names: Names) -> Iterator[Reference]:
    """Yield what the mentions tell of people and bodies, the longest one for each name."""
    for mention in mentions:
        if mention.form == "pronoun":
            if plain_form(mention.span.of(text)) in sexes_of_pronouns():
                yield reference(text, mention.span, [])
            continue
        span = mention.span
        if mention.type in _ACTING and span.end - span.start <= _WIDEST:
            inside = names.inside(span)
            joined = bool(_JOINED.search(span.of(text)))
            several = joined and len(holders(text, span, inside)) > 1
            if several or _QUOTED.search(text, *span):
                continue
            made = names.read.get(span) or reference(text, span, inside)
            names.read[span] = made
            called = made.kind == "name" and made.name_type in _ACTING and _plain(text, made)
            missed = made.kind == "name" and not made.name_type and made.named == made.span
            missed = missed and folded(made.name) not in short_titles()
            missed = missed and not stands_for_nobody(text, made.span)
            missed = missed and is_missed(text, made.span)
            if (called and made.named != made.span) or (made.kind == "nominal" and made.type):
                yield made
            elif missed and not names.touching(made.span):
                yield replace(made, name_type=mention.type)
