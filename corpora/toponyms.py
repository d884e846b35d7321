"""Texts with gold toponyms: what LGL and GeoVirus are read as, and how they are parted."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from corpora.corpus import write
from corpora.folder import data_dir
from sayso.records import Span

REPOSITORY = (
    "https://raw.githubusercontent.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation/"
    "6947d464da1904e5ce68e90ea906997eb02ea73f/data/Corpora"
)
TEST_SHARE = 0.5  # of each corpus, by the hash of the text; the rest is for fitting weights


@dataclass(frozen=True, slots=True)
class Toponym:
    """One gold toponym; without coordinates it counts in recognition only.

    `country` is the country's name as the corpus gives it; GeoVirus gives instead the title of
    the place's page in Wikipedia, `page`.
    """

    span: Span
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class PlacedArticle:
    """One text with its toponyms; `url` is where it was published, where the corpus tells."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]
    url: str = ""

    @property
    def part(self) -> str:
        """Return `train` or `test`, by the hash of the text."""
        share = int(hashlib.sha256(self.text.encode()).hexdigest()[:8], 16) / 2**32
        return "test" if share < TEST_SHARE else "train"


def articles_of(file: str) -> list[ElementTree.Element]:
    """Return the articles of a file in `places`, as they stand there."""
    root = ElementTree.parse(data_dir() / "places" / file).getroot()  # noqa: S314  a corpus on disk
    return list(root.iter("article"))


def point(element: ElementTree.Element) -> tuple[float, float]:
    """Return latitude and longitude of an element that has both."""
    return float(element.findtext("lat") or "nan"), float(element.findtext("lon") or "nan")


def span_of(text: str, element: ElementTree.Element, words: str, *, first: int) -> Span:
    """Return the span from `start` to `end`, which count from `first`.

    Raises ValueError where other words stand there than the element's own.
    """
    start, end = (int(element.findtext(at) or -1) - first for at in ("start", "end"))
    if text[start:end] != element.findtext(words):
        raise ValueError(f"{element.findtext(words)!r} does not stand at {start}-{end}")
    return Span(start, end)


def copy(published: Path, to: Path) -> int:
    """Copy the one file of a corpus and return how many articles it has."""
    (path,) = published.iterdir()
    write(to / "places" / path.name, path.read_bytes())
    return len(list(ElementTree.parse(path).iter("article")))  # noqa: S314  likewise
