"""TimeBank, AQUAINT and MEANTIME on disk -> documents with gold time expressions.

The only place that knows how TimeML and the CAT files of MEANTIME are laid out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from bench.corpora import data_dir
from sayso.records import Span

# MEANTIME is annotated in the headline, the date line and the first five sentences alone; what
# stands after the last marked token of any layer is not gold.
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}’”…]+|'|n't|'s|'re|'ve|'ll|'d|'m|’\w+|'\w{1,2}")
_NO_SPACE_AFTER = frozenset("([{“‘$£€")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One gold time expression: its span, its TIMEX3 type and value."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimesDocument:
    """One text, the date that it was published, and its time expressions in text order.

    `judged` is the part of the text that was annotated; `unscored` are extents of the creation
    time itself, which is given and not to be found.
    """

    id: str
    text: str
    published: str
    times: tuple[GoldTime, ...]
    judged: Span
    unscored: tuple[Span, ...] = ()


def timeml(part: str) -> list[TimesDocument]:
    """Return the documents of `TimeBank` or `AQUAINT`, as cleaned for TempEval-3."""
    folder = data_dir() / "times" / "TBAQ-cleaned" / part
    return [read_timeml(path) for path in _files(folder, "*.tml")]


def meantime() -> list[TimesDocument]:
    """Return the English documents of MEANTIME."""
    folder = data_dir() / "times" / "meantime_newsreader_english_oct15" / "intra-doc_annotation"
    return [read_cat(path) for path in _files(folder, "*/*.xml")]


DATA: dict[str, Callable[[], list[TimesDocument]]] = {
    "timebank": lambda: timeml("TimeBank"),
    "aquaint": lambda: timeml("AQUAINT"),
    "meantime": meantime,
}


def read_timeml(path: Path) -> TimesDocument:
    """Return the document of a TimeML file: the text between `<TEXT>` and `</TEXT>`."""
    root = ElementTree.parse(path).getroot()  # noqa: S314  a corpus on disk, not what others send
    body = root.find("TEXT")
    creation = root.find("DCT/TIMEX3")
    if body is None or creation is None:
        raise ValueError(f"{path} has no text or no creation time")
    pieces: list[str] = []
    times: list[GoldTime] = []
    _flatten(body, pieces, times)
    text = "".join(pieces)
    published = creation.get("value", "")[:10]
    return TimesDocument(path.stem, text, published, tuple(times), Span(0, len(text)))


def _flatten(element: ElementTree.Element, pieces: list[str], times: list[GoldTime]) -> None:
    """Append the text of an element and of all within it; note where the times stand."""
    begin = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _flatten(child, pieces, times)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        span = Span(begin, sum(map(len, pieces)))
        if span.start < span.end:
            times.append(GoldTime(span, element.get("type", ""), element.get("value", "")))


def read_cat(path: Path) -> TimesDocument:
    """Return the document of a CAT file: its tokens joined with ordinary spacing."""
    root = ElementTree.parse(path).getroot()  # noqa: S314  a corpus on disk, not what others send
    text, tokens = _joined(root)
    marked: list[Span] = []
    times: list[GoldTime] = []
    creation: list[Span] = []
    published = ""
    for mark in root.iterfind("Markables/*"):
        spans = [tokens[a.get("t_id", "")] for a in mark.iterfind("token_anchor")]
        created = mark.get("functionInDocument") == "CREATION_TIME"
        if mark.tag == "TIMEX3" and created:
            published = mark.get("value", "")[:10]
        if not spans:
            continue
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        marked.append(whole)
        if mark.tag == "TIMEX3" and created:
            creation.append(whole)
        elif mark.tag == "TIMEX3":
            times.append(GoldTime(whole, mark.get("type", ""), mark.get("value", "")))
    times.sort(key=lambda time: time.span)
    judged = Span(0, max(s.end for s in marked))
    return TimesDocument(path.stem, text, published, tuple(times), judged, tuple(creation))


def _joined(root: ElementTree.Element) -> tuple[str, dict[str, Span]]:
    """Return the text of a CAT file and where each token stands in it."""
    pieces: list[str] = []
    spans: dict[str, Span] = {}
    at, sentence, last = 0, "", ""
    for token in root.iterfind("token"):
        word = token.text or ""
        gap = _gap(last, word, token.get("sentence", "") != sentence)
        gap = gap if pieces else ""
        pieces += (gap, word)
        at += len(gap)
        spans[token.get("t_id", "")] = Span(at, at + len(word))
        at += len(word)
        sentence, last = token.get("sentence", ""), word
    return "".join(pieces), spans


def _gap(last: str, word: str, new_sentence: bool) -> str:
    if new_sentence:
        return "\n"
    if last in _NO_SPACE_AFTER or _NO_SPACE_BEFORE.fullmatch(word):
        return ""
    return " "


def _files(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.glob(pattern))
    if not found:
        raise FileNotFoundError(folder)
    return found
