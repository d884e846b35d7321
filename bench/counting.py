"""The tables and patterns of a package -> the same, counting what of them is ever met.

Nothing in the package knows of it: every word list, table and pattern that a module holds, or that
one of its cached functions returns, is replaced by one that behaves alike and counts. What a set or
pattern is made of are lists of data files: each of their entries counts wherever it is met.
"""

import dataclasses
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import ModuleType
from typing import Any, TypeVar

T = TypeVar("T")
_LOOKAROUND = re.compile(r"\(\?<?[=!]")
_NAMES_AND_CLASSES = re.compile(r"\(\?P?<\w+>|\(\?\w*:?|\\.|\[(?:\\.|[^\]])*\]|\{[\d,]+\}")
_BESIDE = 24  # characters
_PIECE = re.compile(r"[^\W\d_][\w'’ -]*[^\W_]")


@dataclass(slots=True)
class Table:
    """One word list, table or pattern: what it holds, and what of it has not been met so far."""

    name: str
    kind: str
    entries: int
    unmet: set[Any]
    asked: int = 0
    met: int = 0
    lists: tuple["Table", ...] = ()  # those whose entries it holds

    def look_up(self, entry: Any, *, there: bool) -> None:
        """Count one question, and the entry if it is there."""
        self.asked += 1
        if there:
            self.met += 1
            self.unmet.discard(entry)
        for each in self.lists:
            each.asked += 1
            each.met += there
            each.unmet.discard(entry)

    def share(self, entries: frozenset[Any]) -> None:
        """Count one question, and several entries that are there."""
        for each in (self, *self.lists):
            each.asked += 1
            each.met += bool(entries)
            each.unmet -= entries

    def match(self, words: str) -> None:
        """Count a match and the entries in its words, those of lists where a word begins."""
        self.met += 1
        self.unmet -= {piece for piece in self.unmet if piece in words}
        for each in self.lists:
            each.met += 1
            each.unmet -= {e for e in each.unmet if e in words and _begins(e, words)}


def _begins(entry: str, words: str) -> bool:
    """Tell whether an entry stands in some words, at the beginning of one."""
    at = words.find(entry)
    while at > 0 and words[at - 1].isalnum() and entry[0].isalnum():
        at = words.find(entry, at + 1)
    return at >= 0


@dataclass(slots=True)
class Tables:
    """All tables of a package that count."""

    counting: list[Table] = field(default_factory=list)
    _lists: dict[frozenset[Any], Table] = field(default_factory=dict)
    _written: dict[str, frozenset[Any]] = field(default_factory=dict)
    _same: dict[int, tuple[Any, Any]] = field(default_factory=dict)

    def counted(self, value: Any, name: str) -> Any:
        """Return a value that behaves as `value` and counts; what holds no words comes back.

        One value gets one table, however many names it has.
        """
        if id(value) not in self._same:
            self._same[id(value)] = (value, self._counted(value, name))
        return self._same[id(value)][1]

    def _counted(self, value: Any, name: str) -> Any:
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            return self._pattern(value, name)
        if isinstance(value, frozenset | set) and _of_words(value):
            return _Words(value, self._table(name, "words", value))
        if isinstance(value, dict) and _of_words(value):
            inner = {k: self.counted(v, f"{name}[{k}]") for k, v in value.items()}
            return _Lookup(inner, self._table(name, "table", value))
        if isinstance(value, tuple) and type(value) is tuple:
            parts = tuple(
                v if isinstance(v, dict) else self.counted(v, f"{name}[{n}]")
                for n, v in enumerate(value)
            )
            return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
        if hasattr(value, "cache_clear"):
            return self._answers(value, name)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self._of_fields(value, name)
        return value

    def reading(self, module: Any) -> None:
        """Know the lists of data files, and what is made of them, that a module reads from now on.

        The module has `listed`, `lists` and `either`, as `sayso.english.tables` has.
        """
        listed, lists, either = module.listed, module.lists, module.either

        def one(name: str, of: str) -> frozenset[str]:
            words: frozenset[str] = listed(name, of)
            self._list(f"{name}:{of}", words)
            return words

        def several(name: str, of: str) -> dict[str, frozenset[str]]:
            every: dict[str, frozenset[str]] = lists(name, of)
            for key, words in every.items():
                self._list(f"{name}:{of}.{key}", words)
            return every

        def written(words: Iterable[str]) -> str:
            entries = frozenset(words)
            pattern: str = either(entries)
            self._written[pattern] = entries
            return pattern

        vars(module).update(listed=one, lists=several, either=written)

    def _list(self, name: str, words: frozenset[str]) -> None:
        if words and words not in self._lists:
            self._lists[words] = self._table(name, "list", words)

    def held(self, thing: object) -> None:
        """Make the tables count that an object holds, those too that it makes when first asked."""
        made_once = (k for k, v in vars(type(thing)).items() if isinstance(v, cached_property))
        for name in {*made_once, *getattr(thing, "__dict__", ())}:
            value = self.counted(getattr(thing, name), f"{type(thing).__name__}.{name}")
            vars(thing)[name] = value

    def answered(
        self, function: Callable[..., T], name: str, entries: Iterable[str], key: Callable[[T], str]
    ) -> Callable[..., T]:
        """Return a function that counts its answers by their key, among `entries`."""
        table = self._table(name, "answers", entries)

        def counted(*args: Any) -> T:
            answer = function(*args)
            entry = key(answer)
            table.look_up(entry, there=bool(entry))
            return answer

        return counted

    def _answers(self, function: Callable[..., Any], name: str) -> Callable[..., Any]:
        """Return a cached function whose answers count."""

        @cache
        def counted(*args: Any, **options: Any) -> Any:
            answer = function(*args, **options)
            if args and not isinstance(answer, frozenset | dict | re.Pattern):
                return answer  # a value, not a table
            return self.counted(answer, f"{name}({', '.join(map(str, args))})" if args else name)

        return counted

    def _of_fields(self, value: Any, name: str) -> Any:
        held = {f.name: getattr(value, f.name) for f in dataclasses.fields(value) if f.init}
        parts = {k: self.counted(v, f"{name}.{k}") for k, v in held.items()}
        changed = {k: v for k, v in parts.items() if v is not held[k]}
        return dataclasses.replace(value, **changed) if changed else value

    def _table(self, name: str, kind: str, entries: Iterable[Any]) -> Table:
        table = Table(name, kind, len(unmet := set(entries)), unmet)
        if kind != "list":
            table.lists = tuple(self._held(frozenset(unmet)))
        self.counting.append(table)
        return table

    def _pattern(self, pattern: re.Pattern[str], name: str) -> "_Pattern":
        table = self._table(name, "pattern", pieces(pattern.pattern))
        parts = [words for part, words in self._written.items() if part in pattern.pattern]
        every = {id(each): each for words in parts for each in self._held(words)}
        table.lists = tuple(every.values())
        return _Pattern(pattern, table)

    def _held(self, entries: frozenset[Any]) -> Iterator[Table]:
        """Yield the lists all of whose entries are among some."""
        yield from (table for words, table in self._lists.items() if words <= entries)


def _of_words(value: Iterable[Any]) -> bool:
    """Tell whether a set or table is of words, or of tuples of words."""
    return bool(value) and all(
        isinstance(v, str) or (isinstance(v, tuple) and all(isinstance(x, str) for x in v))
        for v in value
    )


class _Words(frozenset[Any]):
    """A set that counts what is asked of it."""

    table: Table

    def __new__(cls, words: Iterable[Any], table: Table) -> "_Words":
        made = super().__new__(cls, words)
        made.table = table
        return made

    def __contains__(self, entry: object) -> bool:
        there = super().__contains__(entry)
        self.table.look_up(entry, there=there)
        return there

    def __and__(self, other: Any) -> frozenset[Any]:
        shared = super().__and__(other)
        self.table.share(shared)
        return shared

    def __rand__(self, other: Any) -> frozenset[Any]:
        return self.__and__(other)

    def intersection(self, *others: Iterable[object]) -> frozenset[Any]:
        """Return what all share."""
        return self.__and__(frozenset(super().intersection(*others)))

    def isdisjoint(self, other: Iterable[Any]) -> bool:
        """Tell whether the two share nothing."""
        return not self & frozenset(other)


class _Lookup(dict[Any, Any]):
    """A table that counts what is asked of it."""

    def __init__(self, values: dict[Any, Any], table: Table) -> None:
        super().__init__(values)
        self.table = table

    def __contains__(self, entry: object) -> bool:
        there = super().__contains__(entry)
        self.table.look_up(entry, there=there)
        return there

    def __getitem__(self, entry: Any) -> Any:
        value = super().__getitem__(entry)
        self.table.look_up(entry, there=True)
        return value

    def get(self, entry: Any, default: Any = None) -> Any:
        """Return a value, or the default."""
        there = super().__contains__(entry)
        self.table.look_up(entry, there=there)
        return super().__getitem__(entry) if there else default


class _Pattern:
    """A pattern that counts how often it matches, and which of its words what it matched holds."""

    def __init__(self, pattern: re.Pattern[str], table: Table) -> None:
        self.compiled = pattern
        self.table = table
        # What a pattern looks at beside what it matches counts as matched, too.
        self.around = _BESIDE if _LOOKAROUND.search(pattern.pattern) else 0
        self.search = self._counting(pattern.search)
        self.match = self._counting(pattern.match)
        self.fullmatch = self._counting(pattern.fullmatch)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled, name)

    def _counting(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any) -> Any:
            match = method(*args)
            self._met(match)
            return match

        return counted

    def finditer(self, *args: Any) -> Iterator[re.Match[str]]:
        """Yield the matches."""
        for match in self.compiled.finditer(*args):
            self._met(match)
            yield match

    def findall(self, *args: Any) -> list[Any]:
        """Return the words that match."""
        for match in self.compiled.finditer(*args):
            self._met(match)
        return self.compiled.findall(*args)

    def sub(self, repl: Any, string: str, count: int = 0) -> str:
        """Return the text with each match replaced."""
        for match in self.compiled.finditer(string):
            self._met(match)
        return self.compiled.sub(repl, string, count=count)

    def split(self, string: str, maxsplit: int = 0) -> list[Any]:
        """Return the text in pieces."""
        for match in self.compiled.finditer(string):
            self._met(match)
        return self.compiled.split(string, maxsplit)

    def _met(self, match: re.Match[str] | None) -> None:
        for each in (self.table, *self.table.lists):
            each.asked += 1
        if match:
            start, end = match.span()
            self.table.match(match.string[max(start - self.around, 0) : end + self.around].lower())


def pieces(pattern: str) -> set[str]:
    """Return the words, and ends of words, that stand in a pattern, outside of lookarounds."""
    plain = _NAMES_AND_CLASSES.sub("|", _without_lookarounds(pattern))
    return {m[0].lower() for m in _PIECE.finditer(plain)}


def _without_lookarounds(pattern: str) -> str:
    while lookaround := _LOOKAROUND.search(pattern):
        depth, at = 1, lookaround.end()
        while depth and at < len(pattern):
            depth += {"(": 1, ")": -1}.get(pattern[at], 0) if pattern[at - 1] != "\\" else 0
            at += 1
        pattern = pattern[: lookaround.start()] + "|" + pattern[at:]
    return pattern


@contextmanager
def fresh(*packages: str) -> Iterator[None]:
    """Let some packages be imported anew within the block; afterwards all is as it was."""
    before = {name: module for name, module in sys.modules.items() if _inside(name, packages)}
    parents = [(sys.modules[p.rpartition(".")[0]], p.rpartition(".")[2]) for p in packages]
    for name in before:
        del sys.modules[name]
    try:
        yield
    finally:
        for name in [name for name in sys.modules if _inside(name, packages)]:
            del sys.modules[name]
        sys.modules.update(before)
        for (parent, name), package in zip(parents, packages, strict=True):
            if package in before:
                setattr(parent, name, before[package])


def _inside(name: str, packages: Iterable[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def install(tables: Tables, *packages: str) -> None:
    """Make every table that the modules of some packages hold count from now on."""
    inside = tuple(f"{package}." for package in packages)
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith(inside)]
    for module in modules:
        for key, value in list(vars(module).items()):
            if not key.startswith("__") and not isinstance(value, ModuleType):
                vars(module)[key] = tables.counted(value, f"{module.__name__}.{key}")
