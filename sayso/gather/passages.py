"""An article -> the passages that it shares with its copies, and where these stand there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, NamedTuple

from sayso.linked import COPIES, RELATIONS, Copy
from sayso.records import Span
from sayso.store import Store
from sayso.view.articles import short
from sayso.view.lists import article_line

_MARKED = 3  # other articles whose passages are marked in the text, those that share most
_GAP = 3  # characters between two passages that read as one


class Same(NamedTuple):
    """A passage of this article, the same in the other, and of that what its page leads to."""

    here: Span
    there: Span
    spot: Span


@dataclass(frozen=True, slots=True)
class Sharing:
    """Another article with the same passages; `letter` marks them, empty where they are not."""

    letter: str
    article: str
    words: str
    passages: tuple[Same, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the passages as an object."""
        return {
            "article": self.article,
            "passages": [{"here": [*s.here], "there": [*s.there]} for s in self.passages],
        }


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a passage begins or ends: whose letter it is, and the address of the same words."""

    letter: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Shared:
    """All that an article shares with others, and the marks of it by where they stand.

    `spots` are the passages to which others lead.
    """

    others: tuple[Sharing, ...]
    starts: Mapping[int, Sequence[Mark]]
    ends: Mapping[int, Sequence[Mark]]
    spots: tuple[Span, ...]

    @property
    def cuts(self) -> tuple[Span, ...]:
        """Return what the text is cut at."""
        own = (same.here for each in self.marked for same in each.passages)
        return tuple(dict.fromkeys((*self.spots, *own)))

    @property
    def marked(self) -> tuple[Sharing, ...]:
        """Return the other articles whose passages are marked."""
        return tuple(each for each in self.others if each.letter)


def shared(store: Store, article_id: str, text: str) -> Shared:
    """Return the passages that an article shares with its copies, of most shared words first."""
    copies = [each for each in store.copies(article_id) if each.relation in COPIES]
    pairs = [(each, *_ends(each, article_id)) for each in copies if each.a != each.b]
    rows = {row.id: row for row in store.rows({other for _, other, _ in pairs})}
    ordered = sorted(pairs, key=lambda pair: (RELATIONS.index(pair[0].relation), -pair[2], pair[1]))
    others = []
    for number, (copy, other, _) in enumerate(ordered):
        row = rows.get(other)
        line = article_line(row, row.id, row.source) if row else None
        words = ", ".join(filter(None, (line.outlet, line.date, line.title))) if line else ""
        letter = ascii_uppercase[number] if number < _MARKED else ""
        passages = tuple(_passages(_own_first(copy, article_id), text))
        others.append(Sharing(letter, other, words or short(other), passages))
    spots = (here for copy in copies for here, _ in _own_first(copy, article_id))
    return _with_marks([each for each in others if each.passages], tuple(dict.fromkeys(spots)))


def _ends(copy: Copy, article_id: str) -> tuple[str, float]:
    return (copy.b, copy.share_a) if copy.a == article_id else (copy.a, copy.share_b)


def _own_first(copy: Copy, article_id: str) -> list[tuple[Span, Span]]:
    """Return the passages of a copy, of each first where it stands in an article."""
    pairs = [(Span(*each.a), Span(*each.b)) for each in copy.passages]
    return sorted(pairs if copy.a == article_id else [(b, a) for a, b in pairs])


def _passages(pairs: Iterable[tuple[Span, Span]], text: str) -> Iterator[Same]:
    """Yield passages without space at their ends, those that follow each other as one."""
    last: Same | None = None
    for own, there in pairs:
        here = _trimmed(own, text)
        if here.start >= here.end:
            continue
        if last and 0 <= here.start - last.here.end <= _GAP and there.start >= last.there.end:
            joined = Span(last.there.start, there.end)
            last = Same(Span(last.here.start, here.end), joined, last.spot)
            continue
        if last:
            yield last
        last = Same(here, there, there)
    if last:
        yield last


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _with_marks(others: Sequence[Sharing], spots: tuple[Span, ...]) -> Shared:
    starts: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for each in others:
        name = each.article.removeprefix("sha256:")
        for here, _, spot in each.passages if each.letter else ():
            address = f"/article/{name}#w{spot.start}-{spot.end}"
            starts[here.start].append(Mark(each.letter, each.words, address))
            ends[here.end].append(Mark(each.letter, each.words, address))
    return Shared(tuple(others), starts, ends, spots)
