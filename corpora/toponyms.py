"""LGL and GeoVirus: articles with gold toponyms.

LGL gives GeoNames ids, GeoVirus pages of Wikipedia; GeoVirus counts offsets from 1.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from corpora.corpus import Corpus, data_dir, write
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


def lgl() -> list[PlacedArticle]:
    """Return the articles of LGL; raises ValueError where a toponym's words stand elsewhere."""
    return [_lgl_article(number, element) for number, element in enumerate(_articles("lgl.xml"))]


def _lgl_article(number: int, element: ElementTree.Element) -> PlacedArticle:
    text = element.findtext("text") or ""
    toponyms = tuple(_lgl_toponym(text, each) for each in element.iter("toponym"))
    url = element.findtext("url") or ""
    return PlacedArticle(f"lgl/{element.get('docid', number)}", text, toponyms, url)


def _lgl_toponym(text: str, element: ElementTree.Element) -> Toponym:
    span = _span(text, element, "phrase", first=0)
    tag = element.find("gaztag")
    if tag is None:
        return Toponym(span)
    country = tag.findtext("country") or ""
    return Toponym(span, int(tag.attrib["geonameid"]), *_point(tag), country)


def geovirus() -> list[PlacedArticle]:
    """Return the articles of GeoVirus; raises ValueError as `lgl` does."""
    return [
        _geovirus_article(number, element)
        for number, element in enumerate(_articles("GeoVirus.xml"))
    ]


def _geovirus_article(number: int, element: ElementTree.Element) -> PlacedArticle:
    text = element.findtext("text") or ""
    toponyms = tuple(_geovirus_toponym(text, each) for each in element.iter("location"))
    return PlacedArticle(f"geovirus/{number}", text, toponyms)


def _geovirus_toponym(text: str, element: ElementTree.Element) -> Toponym:
    span = _span(text, element, "name", first=1)
    title = (element.findtext("page") or "").rpartition("/")[2]
    page = unquote(title).replace("_", " ")
    return Toponym(span, None, *_point(element), page=page)


def _articles(file: str) -> list[ElementTree.Element]:
    """Return the articles of a file in `places`, as they stand there."""
    root = ElementTree.parse(data_dir() / "places" / file).getroot()  # noqa: S314  a corpus on disk
    return list(root.iter("article"))


def _point(element: ElementTree.Element) -> tuple[float, float]:
    """Return latitude and longitude of an element that has both."""
    return float(element.findtext("lat") or "nan"), float(element.findtext("lon") or "nan")


def _span(text: str, element: ElementTree.Element, words: str, *, first: int) -> Span:
    """Return the span from `start` to `end`, which count from `first`.

    Raises ValueError where other words stand there than the element's own.
    """
    start, end = (int(element.findtext(at) or -1) - first for at in ("start", "end"))
    if text[start:end] != element.findtext(words):
        raise ValueError(f"{element.findtext(words)!r} does not stand at {start}-{end}")
    return Span(start, end)


def _copy(published: Path, to: Path) -> int:
    """Copy the one file of a corpus and return how many articles it has."""
    (path,) = published.iterdir()
    write(to / "places" / path.name, path.read_bytes())
    return len(list(ElementTree.parse(path).iter("article")))  # noqa: S314  likewise


LGL = Corpus(
    name="lgl",
    title="LGL: articles of local papers, toponyms with GeoNames ids",
    address="https://github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation",
    licence="none stated",
    citation='Lieberman, Samet and Sankaranarayanan, "Geotagging with Local Lexicons", ICDE 2010',
    documents=588,
    convert=_copy,
    archive=f"{REPOSITORY}/lgl.xml",
)

GEOVIRUS = Corpus(
    name="geovirus",
    title="GeoVirus: Wikinews on epidemics, toponyms with coordinates",
    address="https://github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation",
    licence="texts CC BY 2.5",
    citation='Gritta, Pilehvar and Collier, "Which Melbourne?", ACL 2018',
    documents=229,
    convert=_copy,
    archive=f"{REPOSITORY}/GeoVirus.xml",
)
