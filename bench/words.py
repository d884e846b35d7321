"""The words of a text, and what they are: quoted or not, a name, a pronoun. For the scorer."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from sayso.annotate.quotes import quoted_mask
from sayso.english.pronouns import pronouns
from sayso.records import Span, Spans

_WORD = re.compile(r"\w+")

_OTHER_FUNCTION_WORDS = """
    a about according an and any as at but by citing eight even every five for four from half if in
    like more nine no nor of on only or per seven six so still ten the then three to two under via
    what when where while with yet
"""
PRONOUNS = pronouns()
FUNCTION_WORDS = PRONOUNS | frozenset(_WORD.findall(_OTHER_FUNCTION_WORDS))

_SENTENCE_START = re.compile(r"(?:\A|[.!?:…\n])[^\w,;]*\Z")
_LOOK_BACK = 12

Piece = tuple[int, int]
Pieces = tuple[Piece, ...]


class Words:
    """The words of one text: where they stand, which are quoted, and which ones spans touch."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [m.start() for m in _WORD.finditer(text)]
        self._ends = [m.end() for m in _WORD.finditer(text)]

    def pieces(self, spans: Spans) -> Pieces:
        """Return the pieces of `spans`, in text order, each once."""
        return tuple(sorted({p for span in spans if (p := self._piece(span))}))

    def _piece(self, span: Span) -> Piece | None:
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end) - 1
        return (first, last) if first <= last and span.start < span.end else None

    def kind(self, pieces: Pieces) -> str:
        """Return whether these words are all quoted (direct), in part (mixed) or not (indirect)."""
        quoted = {self._quoted[word] for word in words_of(pieces)}
        return "mixed" if len(quoted) > 1 else "direct" if True in quoted else "indirect"

    def form(self, pieces: Pieces) -> str:
        """Return the form of a source made of these words."""
        words = sorted(words_of(pieces))
        if not words:
            return "none"
        if all(self._folded(word) in PRONOUNS for word in words):
            return "pronoun"
        return "name" if any(self._is_name(word) for word in words) else "nominal"

    def _is_name(self, word: int) -> bool:
        written, folded, start = self._word(word), self._folded(word), self._starts[word]
        if not written[0].isupper() or folded in FUNCTION_WORDS:
            return False
        if folded == written or folded not in self._vocabulary:
            return True
        return not _SENTENCE_START.search(self.text, max(0, start - _LOOK_BACK), start)

    def _word(self, word: int) -> str:
        return self.text[self._starts[word] : self._ends[word]]

    def _folded(self, word: int) -> str:
        """Return the word in lower case; one in capitals stays, for "US" is not "us"."""
        written = self._word(word)
        return written if len(written) > 1 and written.isupper() else written.lower()

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.text))

    @cached_property
    def _quoted(self) -> list[bool]:
        mask = quoted_mask(self.text).tolist()
        return [mask[start] for start in self._starts]


def words_of(pieces: Iterable[Piece]) -> frozenset[int]:
    """Return the indices of the words of some pieces."""
    return frozenset(word for first, last in pieces for word in range(first, last + 1))
