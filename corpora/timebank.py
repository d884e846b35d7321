"""TimeBank and AQUAINT as cleaned for TempEval-3: news in TimeML, with time expressions."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from corpora.corpus import Corpus, data_dir, files_in, write
from sayso.records import Span


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


def documents(part: str) -> list[TimesDocument]:
    """Return the documents of `TimeBank` or `AQUAINT`."""
    folder = data_dir() / "times" / "TBAQ-cleaned" / part
    return [read_timeml(path) for path in files_in(folder, "*.tml")]


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


def convert(published: Path, to: Path) -> int:
    """Copy both parts."""
    count = 0
    for part in ("TimeBank", "AQUAINT"):
        for path in published.rglob(f"{part}/*.tml"):
            write(to / "times" / "TBAQ-cleaned" / part / path.name, path.read_bytes())
            count += 1
    return count


CORPUS = Corpus(
    name="timebank",
    title="TimeBank and AQUAINT as cleaned for TempEval-3: 183 and 73 articles with TIMEX3",
    address="https://www.cs.york.ac.uk/semeval-2013/task1/",
    licence="none stated",
    citation='UzZaman and others, "SemEval-2013 Task 1: TempEval-3"',
    documents=256,
    convert=convert,
    archive="https://www.cs.york.ac.uk/semeval-2013/task1/data/uploads/datasets/tbaq-2013-03.zip",
    members=("TimeBank/*.tml", "AQUAINT/*.tml"),
)
