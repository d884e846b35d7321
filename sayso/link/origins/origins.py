"""A claim's accounts -> its origins, how many of them are independent, and every fold."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from sayso.link.copies.outlets import outlet_of
from sayso.link.origins.accounts import KINDS, Account, outlet_key
from sayso.link.origins.folding import Tie, copied_first, earlier_ties, folded, ties
from sayso.linked import Copy, Fold, Origin

_KIND_OF = {"speaker": "utterance", "carrier": "carrier", "outlet": "article"}


class Origins(NamedTuple):
    """Where a claim entered the record; `independent` is None where the articles do not tell."""

    origins: tuple[Origin, ...]
    independent: int | None


def origins(accounts: Iterable[Account], copies: Iterable[Copy] = ()) -> Origins:
    """Return the origins of a claim, by the order of appearing, with how each article knows.

    `accounts` are of its statements, `copies` those among their articles.
    """
    known = sorted(copies, key=lambda copy: (copy.a, copy.b, copy.given))
    ordered = copied_first(sorted(accounts, key=_place), known)
    tied = ties(ordered, known)
    groups = _vague_last(folded(ordered, tied))
    made = tuple(_origin(group, earlier_ties(tied)) for group in groups)
    firm = any(each.firm for each in ordered)
    return Origins(made, len(made) if firm or len(made) == 1 else None)


def _vague_last(groups: Sequence[list[Account]]) -> list[list[Account]]:
    """Return groups, those of which nobody tells who stands behind them with the first that do.

    An origin of its own needs somebody who is told from the others.
    """
    firm = [group for group in groups if any(each.firm for each in group)]
    if not firm:
        return list(groups)
    first = min(firm, key=lambda g: (-len({t.article for t in g}), g[0].order))
    vague = [each for group in groups if group not in firm for each in group]
    return [sorted([*g, *vague], key=_place) if g is first else g for g in firm]


def _place(each: Account) -> tuple[tuple[str, str, int], str]:
    return each.order, each.statement


def _origin(group: Sequence[Account], tied: Mapping[str, Sequence[Tie]]) -> Origin:
    outlets = _first_outlets(group, tied)
    kind, name = _named(group, outlets)
    folds = tuple(_folds(group, tied))
    one_of = outlets if kind == "outlet" and not name else []
    return Origin(
        kind=_KIND_OF[kind],
        name=name,
        articles=tuple(fold.article for fold in folds),
        why=_why(kind, name, folds, one_of),
        folds=folds,
        one_of=len(one_of),
    )


def _first_outlets(group: Sequence[Account], tied: Mapping[str, Sequence[Tie]]) -> list[str]:
    """Return whose text it may be: outlets of which nothing tells that they have it from another.

    One agency among them is the one.
    """
    inside = {each.statement for each in group}
    later = {
        each.article
        for each in group
        if any(tie.known and tie.earlier in inside for tie in tied.get(each.statement, ()))
    }
    first = (each for each in group if each.article not in later)
    names: dict[str, str] = {}
    for name in chain.from_iterable(each.telling.outlets for each in first):
        names.setdefault(outlet_key(name), name)
    agencies = {name for name in names.values() if outlet_of(name).supplies}
    return sorted(agencies if len(agencies) == 1 else names.values())


def _one_of(outlets: Sequence[str]) -> str:
    return f"one of {len(outlets)} outlets"


def _named(group: Sequence[Account], outlets: Sequence[str]) -> tuple[str, str]:
    """Return the most telling kind of source that a group has, and its commonest name.

    Somebody who may be anybody, "a source", names nothing where anything else does: outlets of one
    owner go by the owner. Of several `outlets` that may have had it first none gives the name.
    """
    sources = [source for each in group for source in each.sources if source.name]
    for kind in KINDS:
        names = [s.name for s in sources if s.kind == kind and (s.firm or kind != "speaker")]
        if kind == "outlet" and (owner := _owner(group)):
            return "carrier", owner
        if names and kind == "outlet" and outlets:
            return kind, outlets[0] if len(outlets) == 1 else ""
        if names:
            counts = Counter(names)
            return kind, max(counts, key=lambda name: counts[name])
    vague = next((source.name for source in sources), "")
    outlet = outlets[0] if len(outlets) == 1 else _one_of(outlets) if outlets else ""
    if vague and outlet:
        return "speaker", f"{vague} in {outlet}"
    return ("speaker", vague) if vague else ("outlet", outlet if len(outlets) == 1 else "")


def _owner(group: Sequence[Account]) -> str:
    """Return who owns all outlets of a group, empty where they are not several of one owner."""
    outlets = {outlet_of(each.telling.owner or each.telling.outlet) for each in group}
    owners = {outlet.owner for outlet in outlets}
    one = len(outlets) > 1 and len(owners) == 1
    return outlets.pop().owned_by if one else ""


def _folds(group: Sequence[Account], tied: Mapping[str, Sequence[Tie]]) -> Iterator[Fold]:
    """Yield how each article of a group knows, the first of all first."""
    article_of = {each.statement: each.article for each in group}
    seen: set[str] = set()
    for each in group:
        if each.article in seen:
            continue
        its = [other for other in group if other.article == each.article]
        links = [
            tie
            for other in its
            for tie in tied.get(other.statement, ())
            if article_of.get(tie.earlier) in seen
        ]
        seen.add(each.article)
        if links and not (links[0].how == "carrier" and _carried(each)):
            tie = links[0]
            yield Fold(each.article, tie.how, article_of[tie.earlier], tie.why)
        else:
            yield _first(each)


def _carried(each: Account) -> bool:
    """Tell whether an article names the outlet from which it has something."""
    return any(source.kind == "carrier" for source in each.sources)


def _first(each: Account) -> Fold:
    """Return how an article knows that goes back to no other one."""
    outlet = "" if each.telling.among else each.telling.outlet
    if not each.firm and not any(source.kind == "speaker" for source in each.sources):
        return Fold(each.article, "own", outlet, "says it in its own voice and gives no source")
    source = min(each.sources, key=lambda source: KINDS.index(source.kind))
    if not each.firm:
        why = f"names {source.name} alone, which may be anybody"
        return Fold(each.article, "own", outlet, why)
    if source.kind == "speaker":
        return Fold(each.article, "utterance", source.name, f"reports what {source.name} said")
    if source.kind == "carrier":
        return Fold(each.article, "carrier", source.name, f"has it from {source.name}")
    return Fold(each.article, "own", outlet, f"has it from people of {source.name} itself")


_HOW = {"copy": "by copying", "version": "as another version", "alike": "in the same text",
        "utterance": "by the same words or speaker",
        "carrier": "by the same outlet or owner", "own": "without a source of its own"}  # fmt: skip


def _why(kind: str, name: str, folds: Sequence[Fold], one_of: Sequence[str]) -> str:
    """Return how many articles go back to an origin, and by what.

    `one_of` are the outlets where nothing tells which of them it is.
    """
    count = len(folds)
    articles = f"{count} article{'s' * (count != 1)} go{'es' * (count == 1)} back to"
    source = f"what {name} said" if kind == "speaker" else name or "no source that is told"
    if one_of:
        source = f"{_one_of(one_of)}, and nothing tells which of them had it first"
    how = Counter(fold.how for fold in folds[1:])
    parts = ", ".join(f"{how[each]} {words}" for each, words in _HOW.items() if how[each])
    return f"{articles} {source}: {parts}." if parts else f"{articles} {source}."
