"""MEANTIME: English Wikinews with time expressions and event factuality, in CAT's own XML.

It is annotated in the headline, the date line and the first few sentences alone; what stands after
the sentence of the last mark of any layer is not gold.
"""

import re
from pathlib import Path
from xml.etree import ElementTree

from corpora.corpus import Corpus, data_dir, files_in, write
from corpora.gum import NO_SPACE_AFTER, NO_SPACE_BEFORE
from corpora.timebank import GoldTime, TimesDocument
from sayso.records import Span

FOLDER = Path("times") / "meantime_newsreader_english_oct15" / "intra-doc_annotation"


def documents() -> list[TimesDocument]:
    """Return the documents with their time expressions."""
    return [read_cat(path) for path in files()]


def files() -> list[Path]:
    """Return the files of the annotation within documents."""
    return files_in(data_dir() / FOLDER, "*/*.xml")


def read_cat(path: Path) -> TimesDocument:
    """Return the document of a CAT file: its tokens joined with ordinary spacing."""
    root = ElementTree.parse(path).getroot()  # noqa: S314  a corpus on disk, not what others send
    text, tokens = _joined(root)
    marks = [(mark, _extent(mark, tokens)) for mark in root.iterfind("Markables/*")]
    judged = Span(0, _line_end(text, max(span.end for _, span in marks if span)))
    timexes = [(mark, span) for mark, span in marks if mark.tag == "TIMEX3" and span]
    created = [(mark, span) for mark, span in timexes if _is_creation(mark, span, text)]
    times = sorted(
        (
            GoldTime(span, mark.get("type", ""), mark.get("value", ""))
            for mark, span in timexes
            if (mark, span) not in created
        ),
        key=lambda time: time.span,
    )
    published = _iso(created[0][0].get("value", "")) if created else ""
    unscored = tuple(span for _, span in created)
    return TimesDocument(path.stem, text, published, tuple(times), judged, unscored)


def _extent(mark: ElementTree.Element, tokens: dict[str, Span]) -> Span | None:
    spans = [tokens[a.get("t_id", "")] for a in mark.iterfind("token_anchor")]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _is_creation(mark: ElementTree.Element, span: Span, text: str) -> bool:
    """Tell whether a mark is the date line; two files do not say so of theirs."""
    if mark.get("functionInDocument") == "CREATION_TIME":
        return True
    return span.start == text.find("\n\n") + 2 and text[span.end : span.end + 1] == "\n"


def _line_end(text: str, at: int) -> int:
    end = re.search(r"[.!?][\"'”’)]*\s|\n|$", text[at:])
    return at + (end.start() if end else 0)


def _iso(value: str) -> str:
    """Return a date as ISO 8601 writes it; one file gives its own with the day first."""
    if match := re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", value):
        return f"{match[3]}-{match[2]}-{match[1]}"
    return value[:10]


def _joined(root: ElementTree.Element) -> tuple[str, dict[str, Span]]:
    """Return the text of a CAT file and where each token stands in it."""
    pieces: list[str] = []
    spans: dict[str, Span] = {}
    at, sentence, last = 0, 0, ""
    for token in root.iterfind("token"):
        word = token.text or ""
        here = int(token.get("sentence", "0"))
        gap = _gap(last, word, here != sentence, headed=here <= 2) if pieces else ""
        pieces += (gap, word)
        at += len(gap)
        spans[token.get("t_id", "")] = Span(at, at + len(word))
        at += len(word)
        sentence, last = here, word
    return "".join(pieces), spans


def _gap(last: str, word: str, new_sentence: bool, *, headed: bool) -> str:
    """Return what stands between two tokens; headline and date line are paragraphs."""
    if new_sentence:
        return "\n\n" if headed else " "
    if last in NO_SPACE_AFTER or NO_SPACE_BEFORE.fullmatch(word):
        return ""
    return " "


def convert(published: Path, to: Path) -> int:
    """Copy the annotation within documents, topic by topic."""
    paths = sorted(published.rglob("intra-doc_annotation/*/*.xml"))
    for path in paths:
        write(to / FOLDER / path.parent.name / path.name, path.read_bytes())
    return len(paths)


CORPUS = Corpus(
    name="meantime",
    title="MEANTIME, English: Wikinews with TIMEX3 and factuality",
    address="http://www.newsreader-project.eu/results/data/wikinews/ "
    "(meantime_newsreader_english_oct15.zip)",
    licence="CC BY 4.0",
    citation='Minard and others, "MEANTIME, the NewsReader Multilingual Event and Time Corpus", '
    "LREC 2016",
    documents=120,
    convert=convert,
    members=("intra-doc_annotation/*/*.xml",),
)
