"""The content of a statement -> its words as they are compared, each with where it stands.

Contractions are two words ("we'll" is we will), numbers are figures ("two" is 2), phrases of the
table `same` in `sayso/data/quotations.toml` are one word ("United States" is u.s.). Marks of what
was left out are no words: the word after one says so.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.english import stems
from sayso.english.function_words import negations
from sayso.english.names import levelled
from sayso.english.numbers import number_words
from sayso.english.pronouns import forms, pronouns, subjects
from sayso.english.tables import listed, lists
from sayso.english.titles import in_full, short_titles
from sayso.records import Span, Spans

DATA = "quotations.toml"
# A mark of what was left out, a number, a word with its joints ("don't", "U.S.", "[L]et"), a
# bracket, a quotation mark, or the end of a sentence.
_TOKEN = re.compile(
    r"(?P<gap>[\[(]\s?(?:…|\.\s?\.\s?\.)\s?[\])]|…|\.\s?\.\s?\.(?:\s?\.)?)"
    r"|(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|(?:\[[^\W\d_]{1,2}\])?[^\W\d_]+(?:['’][^\W\d_]+)*\.?|['’](?:em|cause)\b)"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<quote>[\"“”„«»])|(?P<end>[.!?;])|(?P<percent>%)"
)
_TRAILING = re.compile(r"…|\.\s?\.\s?\.")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}")
_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would", "'s": "'s",
             "n't": "not"}  # fmt: skip
_WHOLE = {"can't": ("can", "n't"), "won't": ("will", "n't"), "shan't": ("shall", "n't"),
          "cannot": ("can", "n't"), "let's": ("let", "us"), "gonna": ("going", "to"),
          "wanna": ("want", "to"), "gotta": ("got", "to")}  # fmt: skip
_FIGURES = number_words("cardinal", "tens")


_LEAST = 0.25  # bits of a word that tells nothing


class Word(NamedTuple):
    """One word of a wording: `form` is how it is compared, `span` where it stands.

    `gap` says that a mark of what was left out stands before it, `trails` that one ends the piece
    behind it, `parted` that it opens another span of the content, `bracketed` that it was put in
    by whoever quotes, `quoted` that it stands in quotation marks, `opens` that it opens a
    sentence, `capital` how it is written.
    """

    form: str
    span: Span
    gap: bool = False
    trails: bool = False
    parted: bool = False
    bracketed: bool = False
    quoted: bool = False
    opens: bool = False
    capital: bool = False

    @property
    def light(self) -> bool:
        """Tell whether the word carries grammar rather than meaning."""
        return self.form in light()


@cache
def light() -> frozenset[str]:
    """Return the words that carry grammar rather than meaning, pronouns among them."""
    from_table = listed(DATA, "light") | listed(DATA, "fillers")
    return from_table | persons().keys()


@cache
def persons() -> dict[str, str]:
    """Return the pronouns of persons, each with what it does: "we" is a subject, "us" an object."""
    subject = subjects() - {"it"}
    kinds = {
        "subject": subject,
        "object": pronouns("personal") - subject,
        "owner": pronouns("possessive"),
        "self": pronouns("reflexive"),
    }
    things = forms("it") | forms("")
    return {word: kind for kind, words in kinds.items() for word in words - things}


def negative(row: Iterable[Word]) -> bool:
    """Tell whether words negate, once or thrice."""
    return sum(map(negates, row)) % 2 == 1


def negates(word: Word) -> bool:
    """Tell whether a word turns a meaning round."""
    return word.form == "n't" or word.form in negations()


@lru_cache(maxsize=1 << 15)  # the same words come back in every article
def stemmed(form: str) -> str:
    """Return the stem of a word's form; what is no word stays as it is."""
    return stems.stem(form)


@lru_cache(maxsize=1 << 15)
def weight(form: str) -> float:
    """Return how much a word tells, in bits: light words next to nothing."""
    return _LEAST if form in light() else max(_LEAST, stems.weight(stemmed(form)))


@lru_cache(maxsize=1 << 13)
def words(pieces: tuple[str, ...], *, quoted: bool) -> tuple[Word, ...]:
    """Return the words of a content, piece by piece.

    With `quoted` all are in quotation marks, marked or not. Spans count in the pieces, one code
    point between two of them.
    """
    made: list[Word] = []
    base = 0
    for number, piece in enumerate(pieces):
        row = [word._replace(span=_moved(word.span, base)) for word in _read(piece, quoted=quoted)]
        if number and row:
            row[0] = row[0]._replace(parted=True)
        if row and _TRAILING.search(piece, row[-1].span.end - base):
            row[-1] = row[-1]._replace(trails=True)
        made += row
        base += len(piece) + 1
    return tuple(_merged(made))


def _moved(span: Span, base: int) -> Span:
    return Span(span.start + base, span.end + base)


def _read(text: str, *, quoted: bool) -> Iterator[Word]:
    """Yield the words of one piece."""
    inside = quoted or _closes_first(text)
    gap, depth, opens = False, 0, False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "gap":
            gap = True
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif kind == "quote" and not quoted:
            inside = not inside
        elif kind == "end":
            opens = True
        elif kind in ("word", "number", "percent"):
            flags = {"bracketed": depth > 0, "quoted": inside}
            for word in _split(match, **flags):
                yield word._replace(gap=gap, opens=opens)
                gap = opens = False
            opens = _ends_sentence(match[0])


def _ends_sentence(raw: str) -> bool:
    """Tell whether the full stop of a word, if it has one, ends a sentence."""
    if not raw.endswith(".") or _ABBREVIATION.fullmatch(raw):
        return False
    return raw[:-1].lower() not in short_titles()


def _closes_first(text: str) -> bool:
    """Tell whether the first quotation mark of a piece closes a quotation that opened before."""
    for at, mark in enumerate(text):
        if mark in "“„«":
            return False
        if mark in "”»":
            return True
        if mark == '"':
            return at > 0 and not text[at - 1].isspace() and text[at - 1] not in "(["
    return False


def _split(match: re.Match[str], **flags: bool) -> Iterator[Word]:
    """Yield one word, or the two of a contraction."""
    raw, start, end = match[0], match.start(), match.end()
    if raw.endswith(".") and not _ABBREVIATION.fullmatch(raw):
        raw, end = raw[:-1], end - 1
    plain = raw.replace("’", "'").replace("[", "").replace("]", "")
    small, capital = plain.lower(), plain[:1].isupper()
    head, tail = _contracted(small)
    if tail:
        cut = end - len(tail if small.endswith(tail) else small[len(head) :])
        cut = max(start + 1, min(cut, end - 1))
        yield Word(head, Span(start, cut), capital=capital, **flags)
        yield Word(_ENDINGS.get(tail, tail), Span(cut, end), **flags)
        return
    yield Word(_form(plain, small), Span(start, end), capital=capital, **flags)


def _contracted(small: str) -> tuple[str, str]:
    """Return both parts of a contraction, the second empty where there is none."""
    if small in _WHOLE:
        return _WHOLE[small]
    if small.endswith("n't") and len(small) > 3:
        return small[:-3], "n't"
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) > len(ending):
            return small[: -len(ending)], ending
    return small, ""


def _form(plain: str, small: str) -> str:
    if plain[0].isdigit():
        return plain.replace(",", "")
    if small in _FIGURES:
        return str(_FIGURES[small])
    if plain in _CAPITALS:
        return _CAPITALS[plain]
    return in_full().get(small, _one_word().get(small, levelled(small)))


_CAPITALS = {"US": "u.s.", "UN": "u.n.", "UK": "u.k.", "EU": "e.u.", "%": "percent"}


@cache
def _one_word() -> dict[str, str]:
    """Return the spellings of one word, each with its plain form, what capitals tell aside."""
    told_by_capitals = {name.lower() for name in _CAPITALS}
    return {
        other: plain
        for plain, others in lists(DATA, "same").items()
        for other in others
        if " " not in other and other not in told_by_capitals and " " not in plain
    }


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases that count as one word, the longest first, by their first word."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for plain, others in lists(DATA, "same").items():
        for parts in (tuple(other.split()) for other in others):
            if len(parts) > 1:
                by_first.setdefault(parts[0], []).append((parts, plain))
    return {k: tuple(sorted(v, key=lambda p: (-len(p[0]), p))) for k, v in by_first.items()}


def _merged(every: list[Word]) -> Iterator[Word]:
    """Yield the words, those of a phrase as one."""
    at = 0
    while at < len(every):
        word = every[at]
        for parts, plain in _phrases().get(word.form, ()):
            row = every[at : at + len(parts)]
            if tuple(w.form for w in row) == parts:
                word = word._replace(form=plain, span=Span(word.span.start, row[-1].span.end))
                at += len(parts) - 1
                break
        yield word
        at += 1


def stretch(row: Iterable[Word]) -> Spans:
    """Return where words that follow each other in a wording stand, a span for each piece."""
    made: list[Span] = []
    for word in row:
        if made and not word.parted:
            made[-1] = Span(made[-1].start, word.span.end)
        else:
            made.append(word.span)
    return tuple(made)
