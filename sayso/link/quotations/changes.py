"""A wording against the earliest one -> what was changed, word by word, with the kind of each.

The kinds are those of `linked.CHANGES`. Words are cut, left out with a mark (ellipsis), added,
replaced, put into another person or tense, spliced from parts that stood apart, or so changed that
they mean something else and are still given as spoken (misquotation): another number, name or word
that tells something, or a negation more or less.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from sayso.english.function_words import auxiliaries
from sayso.english.lemmas import forms
from sayso.english.tables import lists
from sayso.link.quotations.alignment import Region, regions
from sayso.link.quotations.matching import Evidence, evidence, foreign
from sayso.link.quotations.wordings import Wording
from sayso.link.quotations.words import DATA, Word, negates, negative, persons, stemmed, stretch
from sayso.linked import Change

_ALIKE = 0.75  # likeness of two spellings of one word
_EDGE = 3  # words that may be replaced at the edge of a quotation; more were cut and others added
_REWORDED = 8  # likewise inside it
_DISTANT = 25  # words between two sentences that are given as if one followed the other
_MOVED = 4  # words that were taken from elsewhere
_CONTRACTED = ({"'s", "is"}, {"'s", "has"})
_SAME = "same"  # of words that are no change
_NEARLY = 0.6  # twice the share of words that must be held, less one
_PAIRED = 40  # words of a region up to which they are compared one by one
_SAME_WORDS = 0.4  # share of the shorter wording below which a wording is another translation
_QUOTED = 0.5  # share of the shorter wording from which on one can misquote the other
_WITHIN = 3  # words beside a change that both have, for a word to stand for another
_EXCHANGED = 3  # words, and at an edge
_AT_EDGE = 2  # so many, that are changed in a misquotation at most
_RETOLD = 0.5  # and below which an indirect report is one change as a whole


class _Part(NamedTuple):
    """A change before it is placed: the words that were, and the words that are."""

    kind: str
    was: Sequence[Word]
    now: Sequence[Word]


def changes(
    earliest: Wording, variant: Wording, others: Sequence[Wording] = ()
) -> tuple[Change, ...]:
    """Return what a variant changes of the earliest wording, in order.

    Spans count in the pieces of each wording; see `wordings.placed`. `others` are wordings of
    other occasions, from which words of a splice may come.
    """
    shared = evidence(earliest.forms, variant.forms)
    if whole := _as_a_whole(earliest, variant, shared):
        parts = [_Part(whole, earliest.words, variant.words)]
    elif shared.longest < _EDGE:
        parts = [_Part("cut", earliest.words, ()), _Part("added", (), variant.words)]
    else:
        parts = list(_Reading(earliest, variant, others).parts())
    return tuple(Change(part.kind, stretch(part.was), stretch(part.now)) for part in parts)


def _as_a_whole(earliest: Wording, variant: Wording, shared: Evidence) -> str:
    """Return the kind of a change that leaves no word in its place, empty where there is none."""
    if not variant.direct or not earliest.direct:
        return "replaced" if shared.coverage < _RETOLD else ""
    other = foreign(earliest, variant) and shared.coverage < _SAME_WORDS
    return "translation" if other else ""


class _Reading:
    """What one wording makes of another, region by region."""

    def __init__(self, earliest: Wording, variant: Wording, others: Sequence[Wording]) -> None:
        self._was, self._now = earliest.words, variant.words
        self._direct = variant.direct and earliest.direct
        self._others = others
        self._quotes = evidence(earliest.forms, variant.forms).coverage >= _QUOTED
        self._regions = regions(self._was, self._now)

    def parts(self) -> Iterator[_Part]:
        """Yield the changes."""
        for region in self._regions:
            was = self._was[region.a : region.a_end]
            now = self._now[region.b : region.b_end]
            if joined := self._joined(was, now, region):
                yield joined
            elif not was or not now or self._reworded(region):
                yield from self._paired(was, now, region)
            else:
                yield from self._exchanged(was, now, region)

    def _exchanged(
        self, was: Sequence[Word], now: Sequence[Word], region: Region
    ) -> Iterator[_Part]:
        """Yield the changes of a region that is too long for its words to stand for each other.

        Where whole sentences are left out at an edge, the words of the sentence that stays may.
        """
        left = region.a == 0 and region.b == 0
        first, last = _split(was, left=left)
        rest, kept = (first, last) if left else (last, first)
        if self._outer(region) and 0 < len(kept) <= _REWORDED >= len(now):
            edge = [self._cut(rest, region), self._paired(kept, now, region)]
            for parts in edge if left else reversed(edge):
                yield from parts
        else:
            yield from self._cut(was, region)
            yield from self._added(now, region)

    def _outer(self, region: Region) -> bool:
        """Tell whether a region stands at the edge of both wordings."""
        opens = region.a == 0 and region.b == 0
        return opens or (region.a_end == len(self._was) and region.b_end == len(self._now))

    def _reworded(self, region: Region) -> bool:
        """Tell whether both sides of a region are short enough to stand for each other."""
        most = _EDGE if self._outer(region) else _REWORDED
        return max(region.a_end - region.a, region.b_end - region.b) <= most

    def _marked(self, region: Region) -> bool:
        """Tell whether the variant marks that words were left out at a region."""
        after = self._now[region.b_end : region.b_end + 1]
        before = self._now[region.b - 1 : region.b] if region.b else ()
        inside = any(word.gap for word in self._now[region.b : region.b_end])
        return inside or any(w.gap for w in after) or any(w.trails for w in before)

    def _open(self, region: Region) -> bool:
        """Tell whether the earliest wording marks that it left out words at a region."""
        after = self._was[region.a_end : region.a_end + 1]
        before = self._was[region.a - 1 : region.a] if region.a else ()
        return any(w.gap for w in after) or any(w.trails for w in before)

    def _joined(self, was: Sequence[Word], now: Sequence[Word], region: Region) -> _Part | None:
        """Return the splice of two parts that stood apart, if a region is the seam of one."""
        inner = not self._outer(region) and region.b_end < len(self._now) and region.b > 0
        if not was or not inner or self._marked(region) or not all(w.light for w in now):
            return None
        after = self._now[region.b_end]
        behind = self._was[region.a_end : region.a_end + 1]
        crosses = any(word.opens for word in (*was, *behind))
        seamless = crosses and not after.opens and not after.parted and len(was) > _EDGE
        if seamless or len(was) >= _DISTANT:
            return _Part("splice", was, now or (after,))
        return None

    def _paired(self, was: Sequence[Word], now: Sequence[Word], region: Region) -> Iterator[_Part]:
        """Yield the changes of a region whose words stand for each other as far as they can."""
        at = to = 0
        pairs = _pairs(was, now)
        for one, other, kind in (*pairs, (len(was), len(now), "")):
            rest = (*was[at:one], *now[to:other])
            if not (pairs and len(rest) == 1 and _goes_with(rest[0])):
                yield from self._replaced(was[at:one], now[to:other], region)
            if kind not in ("", _SAME):
                yield _Part(kind, was[one : one + 1], now[other : other + 1])
            at, to = one + 1, other + 1

    def _replaced(
        self, was: Sequence[Word], now: Sequence[Word], region: Region
    ) -> Iterator[_Part]:
        """Yield the change of words that have nothing to do with each other, or of one side."""
        if was and now and _joined(was) == _joined(now):
            return  # "any time", "anytime"
        if was and now:
            kind = self._kind(was, now)
            if kind == "misquotation" and not self._in_place(was, now, region):
                yield from self._cut(was, region)
                yield from self._added(now, region)
            else:
                yield _Part(kind, was, now)
        elif was:
            yield from self._cut(was, region)
        elif now:
            yield from self._added(now, region)

    def _kind(self, was: Sequence[Word], now: Sequence[Word]) -> str:
        """Return how words stand for others."""
        if all(word.bracketed for word in now):
            return "person" if any(w.form in persons() for w in was) else "replaced"
        if not self._direct:
            return "replaced"
        return "misquotation" if _means_otherwise(was, now) else "replaced"

    def _negates(self, row: Sequence[Word], region: Region) -> bool:
        """Tell whether a few words more or less turn what is said into its opposite."""
        if not self._direct or not negative(row) or self._outer(region) or len(row) > _EDGE:
            return False
        return self._in_place(row, (), region)

    def _in_place(self, was: Sequence[Word], now: Sequence[Word], region: Region) -> bool:
        """Tell whether words stand for others: what is around them is in both wordings.

        Else one wording has words that the other does not quote, and nobody misquotes these.
        """
        before, after = self._around(region)
        most = _AT_EDGE if not before or not after else _EXCHANGED
        number, last = self._regions.index(region), len(self._regions) - 1
        # One word between two changes is in both by chance; at an edge it is not.
        alone = (before == 1 and number > 0) or (after == 1 and number < last)
        firm = before + after >= _WITHIN and not alone
        return self._quotes and firm and max(len(was), len(now)) <= most

    def _around(self, region: Region) -> tuple[int, int]:
        """Return how many words in a row both wordings have before a region, and behind it."""
        number = self._regions.index(region)
        last = self._regions[number - 1].b_end if number else 0
        later = self._regions[number + 1 :]
        return region.b - last, (later[0].b if later else len(self._now)) - region.b_end

    def _cut(self, was: Sequence[Word], region: Region) -> Iterator[_Part]:
        if self._marked(region):
            yield _Part("ellipsis", was, ())
        elif self._negates(was, region):
            yield _Part("misquotation", was, ())
        elif not self._outer(region) and all(word.form in _auxiliaries() for word in was):
            yield _Part("tense", was, ())
        else:
            yield _Part("cut", was, ())

    def _added(self, now: Sequence[Word], region: Region) -> Iterator[_Part]:
        if self._open(region) and not self._marked(region):
            yield _Part("ellipsis", (), now)
        elif self._negates(now, region):
            yield _Part("misquotation", (), now)
        elif moved := self._elsewhere(now):
            yield _Part("splice", moved, now)
        elif len(now) >= _MOVED and any(_holds(other, now) for other in self._others):
            yield _Part("splice", (), now)
        else:
            yield _Part("added", (), now)

    def _elsewhere(self, now: Sequence[Word]) -> Sequence[Word]:
        """Return the words of the earliest wording that added words were taken from."""
        if len(now) < _MOVED:
            return ()
        wanted = [word.form for word in now]
        row = [word.form for word in self._was]
        for at in range(len(row) - len(wanted) + 1):
            if row[at : at + len(wanted)] == wanted:
                return self._was[at : at + len(wanted)]
        return ()


def _joined(row: Sequence[Word]) -> str:
    return "".join(word.form for word in row)


def _split(was: Sequence[Word], *, left: bool) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return words before and from the opening of their last sentence, or of their second one."""
    opening = [at for at, word in enumerate(was) if at and word.opens]
    if not opening:
        return ((), was) if left else (was, ())
    at = opening[-1] if left else opening[0]
    return was[:at], was[at:]


def _holds(other: Wording, now: Sequence[Word]) -> bool:
    """Tell whether another wording holds added words, nearly all and in order."""
    wanted = [word.form for word in now]
    return Indel.distance(other.forms, wanted) <= len(other.forms) - _NEARLY * len(wanted)


def _pairs(was: Sequence[Word], now: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Return the words of two rows that stand for each other in order, with the kind of change."""
    if not was or not now or max(len(was), len(now)) > _PAIRED:
        return []
    shifted = any(w.form in persons() for w in was) and any(
        w.form in persons() or w.bracketed for w in now
    )
    kinds = [[_relation(w, n, shifted=shifted) for n in now] for w in was]
    best = [[0] * (len(now) + 1) for _ in range(len(was) + 1)]
    for i in range(len(was) - 1, -1, -1):
        for j in range(len(now) - 1, -1, -1):
            paired = best[i + 1][j + 1] + 1 if kinds[i][j] else 0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    made, i, j = [], 0, 0
    while i < len(was) and j < len(now):
        if kinds[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            made.append((i, j, kinds[i][j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return made


def _goes_with(word: Word) -> bool:
    """Tell whether a word more or less goes with a change beside it: "have to" for "must"."""
    return word.light and word.form not in persons() and not negates(word)


def _relation(was: Word, now: Word, *, shifted: bool) -> str:
    """Return how one word is another in another form, empty where it is another word."""
    one, other = was.form, now.form
    if one == other or {one, other} in _CONTRACTED:
        return _SAME
    if one in persons() and other in persons():
        return "person"
    if one in _auxiliaries() and other in _auxiliaries():
        return _of_auxiliaries(one, other, shifted=shifted)
    if _partner(one, other, _opposite()):
        return "misquotation"
    if _partner(one, other, _near()):
        return "replaced"
    if one.isalpha() and other.isalpha() and forms(one) & forms(other):
        if not _plural(one, other):
            return "tense"
        return "person" if shifted else "replaced"
    if stemmed(one) == stemmed(other) or _spelt_alike(one, other):
        return "replaced"
    return ""


def _plural(one: str, other: str) -> bool:
    """Tell whether two forms differ by the ending of a plural, which verbs have too."""
    short, long = sorted((one, other), key=len)
    return long in (f"{short}s", f"{short}es", f"{short[:-1]}ies")


def _of_auxiliaries(one: str, other: str, *, shifted: bool) -> str:
    """Return how one verb that carries tense or mood stands for another."""
    if shifted and other in _agreeing().get(one, ()):
        return "person"
    if other in _tenses().get(one, ()):
        return "tense"
    return "misquotation" if other in _opposite().get(one, ()) else "replaced"


def _partner(one: str, other: str, table: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a table has two words together, in whatever form."""
    return other in table.get(one, ()) or stemmed(other) in table.get(stemmed(one), ())


def _spelt_alike(one: str, other: str) -> bool:
    if one[0].isdigit() or other[0].isdigit() or min(len(one), len(other)) < _MOVED:
        return False
    return Indel.normalized_similarity(one, other) >= _ALIKE


def _means_otherwise(was: Sequence[Word], now: Sequence[Word]) -> bool:
    """Tell whether words that stand for others change what is said."""
    if negative(was) != negative(now):
        return True
    return any(not w.light for w in was) and any(not w.light for w in now)


@cache
def _auxiliaries() -> frozenset[str]:
    return auxiliaries() | {"'s"}


@cache
def _agreeing() -> dict[str, frozenset[str]]:
    return _partners("agreement")


@cache
def _tenses() -> dict[str, frozenset[str]]:
    return _partners("tenses")


@cache
def _opposite() -> dict[str, frozenset[str]]:
    return _partners("opposites")


@cache
def _near() -> dict[str, frozenset[str]]:
    return _partners("near")


def _partners(table: str) -> dict[str, frozenset[str]]:
    """Return the words of a table of groups, and their stems, each with those of its groups."""
    written = (group.split() for groups in lists(DATA, table).values() for group in groups)
    made: dict[str, frozenset[str]] = {}
    for words in written:
        for row in (frozenset(words), frozenset(map(stemmed, words))):
            made |= {word: made.get(word, frozenset()) | row - {word} for word in row}
    return made
