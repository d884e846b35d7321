"""Who is named by an office alone ("the US president") -> the person whom the record shows in it.

The record must itself give that office to one person, by name, near that day; no list of holders
is consulted, and where two are shown in it nobody is taken.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.english.function_words import articles, determiners
from sayso.link.entities.cards import Card, hashed
from sayso.link.entities.clusters import card_order
from sayso.link.entities.groups import Group
from sayso.link.entities.offices import Office, office
from sayso.link.room import answering, asking

_NEAR = 60  # days from a report that gives the office to somebody by name
_MONTHS = 2  # so many calendar months may lie between
_WHY = "named by the office that articles of that time give to this person alone"


def titled(card: Card) -> Office | None:
    """Return the office by which alone somebody is named, None where it is not one person's."""
    words = card.name.split()
    if card.type != "unnamed" or not words:
        return None
    first = words[0].lower()
    if first in determiners() - {"the"} or not (first == "the" or words[0][:1].isupper()):
        return None
    country = next((country for _, country in card.roles if country), "")
    held = office(" ".join(w for w in words if w.lower() not in articles()), country)
    return held if held and held.is_single and held.country and not held.past else None


def shown(card: Card) -> list[Office]:
    """Return the offices that an article gives to somebody by name at its time."""
    if not card.is_person:
        return []
    return [o for o in card.offices if o.is_single and o.country and not o.past]


def office_keys(card: Card) -> set[int]:
    """Return the keys by which who is named by an office alone finds who is shown in it then.

    They are halves: holders of one office are not brought together by it.
    """
    if not card.setting.date:
        return set()
    month = _month(card)
    if held := titled(card):
        near = range(month - _MONTHS, month + _MONTHS + 1)
        return {asking(_office_key(held, each)) for each in near}
    return {answering(_office_key(each, month)) for each in shown(card)}


def _office_key(held: Office, month: int) -> int:
    return hashed(f"office {held.noun} {held.country} {' '.join(sorted(held.words))} {month}")


def _month(card: Card) -> int:
    day = date.fromisoformat(card.setting.date[:10])
    return day.year * 12 + day.month


def with_holders(groups: Sequence[Group]) -> list[Group]:
    """Return groups after whoever is named by an office alone has joined who holds it."""
    reports: dict[tuple[str, str], list[tuple[int, int, Office]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for card in group.cards:
            for o in shown(card) if card.setting.date else ():
                reports[o.noun, o.country].append((_day(card), number, o))
    joining: dict[int, list[Card]] = defaultdict(list)
    kept = set(range(len(groups)))
    for number, group in enumerate(groups):
        holder = _holder(group, reports)
        if holder is not None:
            joining[holder] += group.cards
            kept.discard(number)
    made = [_joined(groups[number], joining.get(number, [])) for number in sorted(kept)]
    return sorted(made, key=lambda group: card_order(group.cards[0]))


def _day(card: Card) -> int:
    return date.fromisoformat(card.setting.date[:10]).toordinal()


def _holder(
    group: Group, reports: dict[tuple[str, str], list[tuple[int, int, Office]]]
) -> int | None:
    """Return the number of the group that holds the office by which one card is named."""
    card = group.cards[0]
    held = titled(card) if len(group.cards) == 1 and card.setting.date else None
    if held is None:
        return None
    given = [
        (day, n)
        for day, n, o in reports.get((held.noun, held.country), ())
        if o.words == held.words
    ]
    day = _day(card)
    near = {n for when, n in given if abs(when - day) <= _NEAR}
    return near.pop() if len(near) == 1 else None


def _joined(group: Group, more: list[Card]) -> Group:
    if not more:
        return group
    cards = tuple(sorted((*group.cards, *more), key=card_order))
    return replace(group, cards=cards, whys=tuple(sorted({*group.whys, _WHY})))
