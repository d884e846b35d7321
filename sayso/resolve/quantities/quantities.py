"""Numbers of people and things in an article, each as a range, and which statement claims it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.english.function_words import auxiliaries
from sayso.records import Quantity, Span, Statement
from sayso.resolve.layout import Layout
from sayso.resolve.quantities import vocabulary
from sayso.resolve.quantities.numerals import Numeral, Token, number_pattern, numerals, tokens

_MODIFIERS = 4  # words that may stand between a number and what it counts
_REACH = 8  # words within which what became of those counted is told
_NEAR = 0.1  # "about 20" is 18 to 22
_STOPS = frozenset('.;:?!()[]“”"—–')
_JOINTS = frozenset({"and", ",", "or", "to"})
_OF_ITSELF = frozenset({"killed", "wounded", "casualties"})  # told by the noun: "20 deaths"
_INSTEAD = frozenset({"but", "only"})  # "not one but two" is no zero
_SAYS = {
    "least": "that many or more",
    "over": "more than that",
    "most": "that many at most",
    "under": "fewer than that",
    "near": "about as many",
    "nearly": "a little fewer",
    "exact": "just as many",
}


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with what it counts: tokens `[first, last)`; `of` is empty until it is known."""

    numeral: Numeral
    first: int
    last: int
    qualifier: str = ""
    words: str = ""  # of the qualifier
    unit: str = ""
    of: str = ""
    by: str = ""  # the word that tells `of`


def quantities(layout: Layout, taken: Sequence[Span]) -> tuple[Quantity, ...]:
    """Return the numbers of people and things in a text, in its order.

    None of them stands in a span that is `taken`, by a time expression or a leftover.
    """
    return tuple(
        _quantity(count, read, layout)
        for sentence in layout.sentences
        if _has_number(layout.text, sentence)
        for read in [tokens(layout.text, sentence)]
        for count in _counts(read, taken)
    )


def _has_number(text: str, sentence: Span) -> bool:
    return _pattern().search(text, sentence.start, sentence.end) is not None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(number_pattern(), re.IGNORECASE)


def _counts(read: Sequence[Token], taken: Sequence[Span]) -> list[_Count]:
    """Return what is counted in one sentence."""
    given = [n for n in _numbers(read) if not _stretch(read, n.first, n.last).overlaps_any(taken)]
    each = [_count(read, n) for n in given if not _is_label(read, n.first)]
    outcomes = [_with_outcome(read, each, number) for number in range(len(each))]
    return [_named(c) for c in _shared(read, outcomes) if _tells(read, c)]


def _numbers(read: Sequence[Token]) -> list[Numeral]:
    zeros = [Numeral(at, last, 0, 0) for at in range(len(read)) if (last := _zero(read, at))]
    # "no one" is nobody, and the "one" of "not one" no number
    taken = {at for n in zeros for at in range(n.first, n.last + (read[n.first].word == "no"))}
    others = [n for n in numerals(read) if n.first not in taken]
    return sorted((*zeros, *others), key=lambda n: n.first)


def _zero(read: Sequence[Token], at: int) -> int:
    """Return where the words for zero end that begin at a token, 0 where none do."""
    phrases = vocabulary.zero_phrases()
    most = max(map(len, phrases))
    words = tuple(token.word for token in read[at : at + most + 1])
    longest = min(most, len(words))
    size = next((n for n in range(longest, 0, -1) if words[:n] in phrases), 0)
    return 0 if not size or _INSTEAD.intersection(words[size : size + 1]) else at + size


def _is_label(read: Sequence[Token], at: int) -> bool:
    """Tell whether a number only names something: "Article 5", "No. 7", "#3"."""
    before = [token.word for token in read[max(0, at - 2) : at]]
    if before[-1:] == ["."]:
        before.pop()
    return bool(before) and (before[-1] in vocabulary.words("labels") or before[-1] == "#")


def _count(read: Sequence[Token], numeral: Numeral) -> _Count:
    """Return a number with its qualifier and its unit."""
    first, last = numeral.first, numeral.last
    unit = vocabulary.currency(read[first - 1].word) if first else ""
    first -= bool(unit)
    before, first = _qualifier(read, first)
    if not unit:
        unit, last = _unit(read, numeral)
    if before:
        return _Count(numeral, first, last, *before, unit)
    behind = _phrase(read, last, "behind")
    if behind:
        return _Count(numeral, first, last + len(behind[1].split()), *behind, unit)
    return _Count(numeral, first, last, unit=unit)


def _qualifier(read: Sequence[Token], at: int) -> tuple[tuple[str, str] | None, int]:
    """Return what stands before a number, kind and words, and where it begins."""
    if at and read[at - 1].word == "between":
        at -= 1
    table = vocabulary.phrases("qualifiers")
    for size in range(min(vocabulary.longest("qualifiers"), at), 0, -1):
        phrase = tuple(token.word for token in read[at - size : at])
        if phrase in table:
            return (table[phrase], " ".join(phrase)), at - size
    return None, at


def _phrase(read: Sequence[Token], at: int, table: str) -> tuple[str, str] | None:
    """Return the phrase of a table that begins at a token: the name of its list, its words."""
    every = vocabulary.phrases(table)
    for size in range(vocabulary.longest(table), 0, -1):
        phrase = tuple(token.word for token in read[at : at + size])
        if phrase in every:
            return every[phrase], " ".join(phrase)
    return None


def _unit(read: Sequence[Token], numeral: Numeral) -> tuple[str, int]:
    """Return what a number counts or is measured in, and where the words for it end."""
    at = numeral.last
    measure = _phrase(read, at, "measures")
    if measure:
        return measure[0].replace("_", " "), at + len(measure[1].split())
    many, one = numeral.high != 1 or numeral.low != 1, numeral.high in (0, 1)
    while at < len(read) and read[at].word in vocabulary.before_noun():
        at += 1
    for place in range(at, min(len(read), at + _MODIFIERS)):
        word = read[place].word
        if not word[0].isalpha() or word in vocabulary.ends_phrase():
            break
        if many and vocabulary.is_counted(word, one=False):
            return _head(read, place, one=False)
        if one and vocabulary.is_counted(word, one=True):
            return _head(read, place, one=True)
    return "", numeral.last


def _head(read: Sequence[Token], at: int, *, one: bool) -> tuple[str, int]:
    """Return the last of the counted nouns that stand together: "security forces personnel"."""
    while at + 1 < len(read):
        word = read[at + 1].word
        if vocabulary.outcome(word) or not vocabulary.is_counted(word, one=one):
            break
        at += 1
    return read[at].word, at + 1


def _with_outcome(read: Sequence[Token], counts: Sequence[_Count], number: int) -> _Count:
    """Return a count with what became of those counted, by the nearest word that tells it.

    Where they do something themselves ("a hundred had surrendered") no word before them does.
    """
    count = counts[number]
    if count.unit in vocabulary.measured():
        return count
    own = vocabulary.outcome(count.unit) if count.unit else ""
    if own in _OF_ITSELF:
        return replace(count, of=own, by=count.unit)
    begin = max(counts[number - 1].last if number else 0, count.first - _REACH)
    end = counts[number + 1].first if number + 1 < len(counts) else len(read)
    behind = _nearest(read, range(count.last, min(end, count.last + _REACH)))
    own_clause = count.last < len(read) and read[count.last].word in auxiliaries()
    before = None if own_clause else _nearest(read, range(count.first - 1, begin - 1, -1))
    best = min((b for b in (behind, before) if b), key=lambda b: b[0], default=None)
    if best is None or not _fits(read, count, best[1]):
        return replace(count, of=own, by=count.unit if own else "")
    return replace(count, of=best[1], by=best[2])


def _fits(read: Sequence[Token], count: _Count, of: str) -> bool:
    """Tell whether what was counted can have come to that: only people are wounded."""
    is_name = read[count.last - 1].capital  # "10 Ostranians"
    return (
        of not in vocabulary.of_people()
        or not count.unit
        or is_name
        or vocabulary.is_people(count.unit)
    )


def _nearest(read: Sequence[Token], places: range) -> tuple[int, str, str] | None:
    """Return how far the first word that tells an outcome is, the outcome and the word."""
    for distance, at in enumerate(places):
        token = read[at]
        if token.word in _STOPS or token.word in vocabulary.words("breaks"):
            return None
        of = vocabulary.outcome(" ".join(each.word for each in read[at : at + 2]))
        if of or (of := vocabulary.outcome(token.word)):
            return distance, of, token.word
    return None


def _shared(read: Sequence[Token], counts: Sequence[_Count]) -> Iterator[_Count]:
    """Yield the counts; one without an outcome has that of its neighbour in a list, or whole."""
    done: list[_Count] = []
    for number, count in enumerate(counts):
        before = done[-1] if done else None
        after = counts[number + 1] if number + 1 < len(counts) else None
        if before and before.of and _is_part(read, before, count):
            count = replace(count, of=before.of, by=before.by)
        elif count.of or count.unit in vocabulary.measured():
            pass
        elif before and before.of and _is_joined(read, before, count):
            count = replace(count, of=before.of, by=before.by)
        elif after and after.of and _is_joined(read, count, after):
            count = replace(count, of=after.of, by=after.by)
        done.append(count)
    yield from done


def _is_part(read: Sequence[Token], whole: _Count, part: _Count) -> bool:
    """Tell whether a number is of some of those counted before: "20 people, including 5 boys"."""
    words = [token.word for token in read[whole.last : part.first]]
    return bool(words) and words[-1] in vocabulary.words("parts")


def _is_joined(read: Sequence[Token], one: _Count, other: _Count) -> bool:
    between = [token.word for token in read[one.last : other.first]]
    return bool(one.unit or one.of) and bool(between) and all(word in _JOINTS for word in between)


def _named(count: _Count) -> _Count:
    """Return a count whose unit is people where only people come to its outcome."""
    if count.unit or count.of not in vocabulary.of_people():
        return count
    return replace(count, unit="people")


def _tells(read: Sequence[Token], count: _Count) -> bool:
    """Tell whether a number counts anything: it has a unit, or it is told what became of whom.

    None, and one of something, are numbers only where an outcome says so.
    """
    if count.numeral.high == 0 or read[count.numeral.first].word == "one":
        return bool(count.of)
    return bool(count.unit) or count.of in vocabulary.of_people()


def _stretch(read: Sequence[Token], first: int, last: int) -> Span:
    return Span(read[first].span.start, read[last - 1].span.end)


def _quantity(count: _Count, read: Sequence[Token], layout: Layout) -> Quantity:
    mention = _stretch(read, count.first, count.last)
    low, high = _bounds(count)
    return Quantity(
        mention=mention,
        of=count.of,
        unit=count.unit,
        low=low if low is None else round(float(low), 3),
        high=high if high is None else round(float(high), 3),
        qualifier=count.words,
        statement=_claimed(layout, mention),
        why=_why(count),
    )


def _bounds(count: _Count) -> tuple[float | None, float | None]:
    low, high = count.numeral.low, count.numeral.high
    match count.qualifier:
        case "least" | "over":
            return low, None
        case "most" | "under":
            return None, high
        case "near" if high is not None:
            return low * (1 - _NEAR), high * (1 + _NEAR)
        case "nearly" if high is not None:
            return low * (1 - _NEAR), high
    return low, high


def _claimed(layout: Layout, mention: Span) -> str:
    """Return the id of the smallest statement whose content holds a number, empty if none does."""
    holding: list[tuple[int, Statement]] = [
        (s.extent.end - s.extent.start, s)
        for s in map(layout.statements.__getitem__, layout.near(mention))
        if any(span.holds(mention) or span.overlaps(mention) for span in s.content)
    ]
    return min(holding, key=lambda each: each[0])[1].id if holding else ""


def _why(count: _Count) -> str:
    parts = []
    if count.qualifier:
        parts.append(f"“{count.words}”: {_SAYS[count.qualifier]}")
    if count.of:
        parts.append(f"{count.of}, by the word “{count.by}”")
    return "; ".join(parts) or f"counted: {count.unit}"
