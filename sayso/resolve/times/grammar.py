"""Tokens -> the time expressions among them: which rule, which tokens, which parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.resolve.times.tense import Cue, tense
from sayso.resolve.times.tokens import Lexicon, Tokens, lexicon, runs

_NAME = re.compile(r"[A-Z][A-Z0-9]+|(?<![\w<])A(?!\w)")
REACH = 32  # no expression has more tokens; bounds the work at each token


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern over classes, and the name of the function that reads its groups.

    `holds` are words of which one must stand in what it matches, where it is not empty.
    """

    does: str
    value: str
    holds: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Expression:
    """One match of a rule: tokens `[first, last)` and the token range of each named group.

    `cue` tells which way the clause around it points; `behind` that it lies in the past, whatever
    that is, since something was said then.
    """

    rule: Rule
    first: int
    last: int
    groups: dict[str, tuple[int, int]]
    cue: Cue
    read: Tokens
    behind: bool = False

    def words(self, group: str) -> list[str]:
        """Return the tokens of a group in lower case; none where it did not match."""
        return self.read.words(*self.groups[group]) if group in self.groups else []

    def word(self, *groups: str) -> str:
        """Return the first group of those that matched, as its words with single spaces."""
        for group in groups:
            if group in self.groups:
                words = self.read.words(*self.groups[group])
                return " ".join(word for word in words if word not in {".", "-"})
        return ""

    def before(self, n: int = 1) -> str:
        """Return the n-th token before the expression in lower case."""
        return self.read.word(self.first - n)

    def after(self, n: int = 0) -> str:
        """Return the n-th token behind the expression in lower case."""
        return self.read.word(self.last + n)

    @property
    def shown(self) -> str:
        """Return the words of the expression."""
        return self.read.text[self.read.starts[self.first] : self.read.ends[self.last - 1]]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of the data file, compiled, in its order."""
    words = lexicon()
    return tuple(
        Rule(
            entry["does"],
            entry.get("value", ""),
            frozenset(entry.get("holds", "").split()),
            re.compile(_written(words, pattern)),
        )
        for entry in words.rules
        for pattern in entry["pattern"]
    )


def expressions_in(read: Tokens) -> Iterator[Expression]:
    """Yield the expressions in text order: at each token the longest match, then what follows."""
    for start, end in runs(read):
        at = start
        while at < end:
            longest = None if _is_verb(read, at) else _longest(read, at, end)
            if longest is None:
                at += 1
                continue
            rule, match = longest
            first, last = _bounds(read, at, match.end())
            matched = (name for name, codes in match.groupdict().items() if codes is not None)
            groups = {name: match.span(name) for name in matched}
            yield Expression(rule, first, last, groups, tense(read, first, last), read)
            at = last


def _is_verb(read: Tokens, at: int) -> bool:
    """Tell whether "last" is what something does: "it will last two days"."""
    verb = read.word(at) == "last"
    return verb and read.word(at - 1) in lexicon().lists["before_verb_last"]


def _longest(read: Tokens, at: int, end: int) -> tuple[Rule, re.Match[str]] | None:
    """Return the rule that matches most tokens from one on, with its match."""
    best: tuple[Rule, re.Match[str]] | None = None
    needs = lexicon().needs
    for rule in _starting(read.codes[at]):
        match = rule.pattern.match(read.codes, at, min(end, at + REACH))
        if match and (best is None or match.end() > best[1].end()) and _holds(read, rule, match):
            best = (rule, match)
    if best is None or needs.isdisjoint(best[1].group()):
        return None
    return best


def _holds(read: Tokens, rule: Rule, match: re.Match[str]) -> bool:
    return not rule.holds or not rule.holds.isdisjoint(read.words(*match.span()))


def _bounds(read: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return the tokens of a match without a full stop or a preposition that is none of it."""
    if read.shown(last - 1) == "." and last - 1 > first and not _abbreviated(read, last - 2):
        last -= 1
    before_over = lexicon().lists["before_over"]  # "grew over two years" is a preposition
    if read.word(first) == "over" and read.word(first - 1) not in before_over:
        first += 1
    return first, last


def _abbreviated(read: Tokens, i: int) -> bool:
    """Tell whether the dot behind a token is its own: it is a short form."""
    return lexicon().of.get(read.word(i)) in {"ABBR", "DAYABBR"}


@cache
def _starting(code: str) -> tuple[Rule, ...]:
    """Return the rules that an expression may match whose first token has a class."""
    return tuple(rule for rule in rules() if _can_start(rule.pattern, code))


def _can_start(pattern: re.Pattern[str], code: str) -> bool:
    """Tell whether a pattern may begin with a class: whether the class stands in it at all."""
    return code in pattern.pattern


def _written(words: Lexicon, pattern: str) -> str:
    """Return a pattern with macros and classes put in their places."""

    def place(match: re.Match[str]) -> str:
        name = match.group()
        if name in words.macros:
            return _written(words, words.macros[name])
        if name not in words.codes:
            raise ValueError(f"{name} is neither a class nor a macro")
        return words.codes[name]

    return _NAME.sub(place, pattern).replace(" ", "")
