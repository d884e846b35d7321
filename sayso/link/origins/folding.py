"""The accounts of a claim -> which go back to one source, and for each article why.

Accounts are folded that one article copied of another, that report one utterance, or whose
sources share a key. What remains apart is independent as far as the articles tell.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from sayso.link.copies.outlets import outlet_of
from sayso.link.entities.persons import may_be_one, person
from sayso.link.origins.accounts import OUTLET, PERSON, Account, Source, outlet_key
from sayso.link.origins.speaking import BODY, LAND, STATE
from sayso.linked import COPIES, Copy, Passage
from sayso.records import Span


class Tie(NamedTuple):
    """That a later account goes back to an earlier one, or to the same as it, and how.

    `known` is whether something tells that the later one has it from the earlier one.
    """

    earlier: str
    later: str
    how: str
    why: str
    known: bool = False


def ties(accounts: Sequence[Account], copies: Iterable[Copy]) -> list[Tie]:
    """Return what ties accounts that are given in the order of appearing, copies first."""
    return [
        *_copied(accounts, copies),
        *_of_one_voice(accounts),
        *_of_one_house(accounts),
        *_cited(accounts),
    ]


def _cited(accounts: Sequence[Account]) -> Iterator[Tie]:
    """Yield the ties of accounts to what the outlet that they cite has of the claim itself.

    It is the first that the outlet has, if that came before or on the same day.
    """
    first: dict[str, Account] = {}
    for each in accounts:
        owner = each.telling.owner or each.telling.outlet
        if owner:
            first.setdefault(outlet_key(owner), each)
    for each in accounts:
        for source in each.sources:
            cited = first.get(outlet_key(source.name)) if source.kind != "outlet" else None
            if cited and cited.article != each.article and cited.order <= each.order:
                why = f"cites {source.name}, which has it itself"
                yield Tie(cited.statement, each.statement, "carrier", why, known=True)


def _of_one_voice(accounts: Sequence[Account]) -> Iterator[Tie]:
    """Yield the ties of accounts of one utterance, or of one speaker or body, with who is whose."""
    of = {each.statement: each for each in accounts}
    for keys, why in (
        (_utterances, "quotes the same words"),
        (_speakers, "has it from the same speaker"),
    ):
        for tie in _shared(accounts, keys, "utterance", why):
            spoken = _spoken_for(of[tie.earlier], of[tie.later])
            yield tie._replace(why=spoken or why)


def _spoken_for(one: Account, other: Account) -> str:
    """Return who of two speaks for whom by his office, empty where neither does."""
    for a, b in product(one.sources, other.sources):
        for who, whose in ((a, b), (b, a)):
            is_other = not _is_person(whose) or _of_land(who, whose)
            if _is_person(who) and is_other and _is_of(who, whose):
                by = f", {who.role}," if who.role else ""
                return f"{who.name}{by} speaks for {whose.name}"
    return ""


def _is_person(source: Source) -> bool:
    return source.kind == "speaker" and any(key.startswith(PERSON) for key in source.keys[:1])


def _is_of(who: Source, whose: Source) -> bool:
    """Tell whether a person's keys name a body, in as many words or in fewer."""
    if whose.kind != "speaker" or not whose.firm:
        return False
    if set(who.keys) & set(whose.keys) or _of_land(who, whose):
        return True
    both = [[key for key in each.keys if key.startswith(BODY)] for each in (who, whose)]
    return any(_one_body(a, b) or _one_body(b, a) for a, b in product(*both))


def _of_land(who: Source, whose: Source) -> bool:
    """Tell whether somebody speaks for the state whose name another source may be: "Skerra"."""
    lands = {key.removeprefix(LAND) for key in whose.keys if key.startswith(LAND)}
    return not lands.isdisjoint(key.removeprefix(STATE) for key in who.keys)


def _of_one_house(accounts: Sequence[Account]) -> Iterator[Tie]:
    """Yield the ties of accounts that come through one outlet, or through two of one owner."""
    of = {each.statement: each for each in accounts}
    for tie in _shared(accounts, _carriers, "carrier", ""):
        one, other = _through(of[tie.earlier]), _through(of[tie.later])
        shared = sorted({outlet_key(a) for a in one} & {outlet_key(b) for b in other})
        names = [next(n for n in its if outlet_key(n) in shared) for its in (one, other) if shared]
        if len(set(names)) == 2:
            why = f"{names[0]} and {names[1]} are both of {outlet_of(names[0]).owned_by}"
        else:
            why = f"both have it from {names[0]}" if names else "both have it from one outlet"
        yield tie._replace(why=why)


def _through(each: Account) -> list[str]:
    """Return the names of the outlets through which something is known, its own behind them."""
    named = [s.name for s in each.sources if s.keys and s.keys[0].startswith(OUTLET)]
    return [*named, each.telling.owner or each.telling.outlet]


def copied_first(accounts: Sequence[Account], copies: Iterable[Copy]) -> list[Account]:
    """Return accounts in the order of appearing, but what was copied before its copies."""
    articles = list(dict.fromkeys(each.article for each in accounts))
    for copy in copies:
        later = copy.b if copy.from_ == copy.a else copy.a
        if copy.relation in COPIES and {copy.from_, later} <= set(articles):
            at, its = articles.index(later), articles.index(copy.from_)
            if its > at:
                articles.insert(at, articles.pop(its))
    return sorted(accounts, key=lambda each: articles.index(each.article))


def folded(accounts: Sequence[Account], ties: Iterable[Tie]) -> list[list[Account]]:
    """Return the accounts in groups of one source, each in the order of appearing."""
    parent = {each.statement: each.statement for each in accounts}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for tie in ties:
        parent[root(tie.later)] = root(tie.earlier)
    made: dict[str, list[Account]] = defaultdict(list)
    for each in accounts:
        made[root(each.statement)].append(each)
    return list(made.values())


def _shared(
    accounts: Sequence[Account],
    keys: Callable[[Account], Iterable[str]],
    how: str,
    why: str,
) -> Iterator[Tie]:
    """Yield the ties of accounts that share a key, each to the one before."""
    holders: dict[str, list[str]] = defaultdict(list)
    for each in accounts:
        for key in dict.fromkeys(keys(each)):
            holders[key].append(each.statement)
    same = _one_name(holders)
    merged: dict[str, list[str]] = defaultdict(list)
    for each in accounts:
        for key in dict.fromkeys(same.get(key, key) for key in keys(each)):
            if not key.startswith(LAND):  # by itself the name of anybody
                merged[key].append(each.statement)
    for its in merged.values():
        yield from (Tie(a, b, how, why) for a, b in pairwise(its))


def _one_name(keys: Iterable[str]) -> dict[str, str]:
    """Return the keys of names that can be one with exactly one fuller name, each with its key."""
    every = sorted(keys, key=lambda key: (-len(key), key))
    states = {LAND + key.removeprefix(STATE): key for key in every if key.startswith(STATE)}
    made: dict[str, str] = {key: states[key] for key in every if key in states}
    for prefix, fits in ((PERSON, _one_person), (BODY, _one_body)):
        fuller: list[str] = []
        for key in (each for each in every if each.startswith(prefix)):
            fitting = [o for o in fuller if fits(key.removeprefix(prefix), o.removeprefix(prefix))]
            if len(fitting) == 1:
                made[key] = fitting[0]
            else:
                fuller.append(key)
    return made


def _one_person(name: str, fuller: str) -> bool:
    one, other = person(name), person(fuller)
    return one is not None and other is not None and may_be_one(one, other) > 0


def _one_body(name: str, fuller: str) -> bool:
    return set(name.split()) <= set(fuller.split())


def _utterances(each: Account) -> Iterable[str]:
    return [each.utterance] if each.utterance else []


def _speakers(each: Account) -> Iterable[str]:
    """Yield what the speakers are known by: names, and the entities that they are."""
    yield from (key for s in each.sources if s.kind == "speaker" for key in s.keys)
    if any(source.kind == "speaker" and source.firm for source in each.sources):
        yield from each.speakers


def _carriers(each: Account) -> Iterable[str]:
    """Yield the outlets through which something is known of which no speaker is told."""
    keys = [key for source in each.sources for key in source.keys]
    named = [s for s in each.sources if s.kind == "speaker" and s.firm]
    if any(not key.startswith(OUTLET) for source in named for key in source.keys[:1]):
        return
    yield from (key for key in keys if key.startswith(OUTLET))
    # Whoever stands behind what two of one owner say and give no source for, it is one house.
    owner = each.telling.owner or each.telling.outlet
    if not named and owner and outlet_of(owner).owner:
        yield outlet_key(owner)


def _copied(accounts: Sequence[Account], copies: Iterable[Copy]) -> Iterator[Tie]:
    """Yield the ties of accounts that stand in a passage which two articles share."""
    by_article: dict[str, list[Account]] = defaultdict(list)
    place = {each.statement: number for number, each in enumerate(accounts)}
    for each in accounts:
        by_article[each.article].append(each)
    for copy in copies:
        if copy.relation not in COPIES or copy.a == copy.b:
            continue
        for a, b in product(by_article.get(copy.a, ()), by_article.get(copy.b, ())):
            if _in_one_passage(a, b, copy):
                first, second = sorted((a, b), key=lambda each: place[each.statement])
                known = copy.from_ == first.article
                how = "copy" if known else "alike"
                how = "version" if copy.relation == "version" else how
                yield Tie(first.statement, second.statement, how, copy.why, known)


def _in_one_passage(a: Account, b: Account, copy: Copy) -> bool:
    """Tell whether two statements stand at one place of a passage that two articles share."""
    if not copy.passages:
        return bool(set(_all_keys(a)) & set(_all_keys(b)))
    return any(
        _at_one_place(one, other, passage)
        for passage in copy.passages
        for one in a.telling.content
        for other in b.telling.content
    )


def _at_one_place(one: Span, other: Span, passage: Passage) -> bool:
    a, b = Span(*passage.a), Span(*passage.b)
    if not a.overlaps(one) or not b.overlaps(other):
        return False
    shift = b.start - a.start
    return Span(one.start + shift, one.end + shift).overlaps(other)


def _all_keys(each: Account) -> list[str]:
    return [key for source in each.sources for key in source.keys]


def earlier_ties(ties: Iterable[Tie]) -> Mapping[str, list[Tie]]:
    """Return the ties of each account to earlier ones, the most telling first."""
    made: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        made[tie.later].append(tie)
    return made
