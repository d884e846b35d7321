"""LGL and GeoVirus on disk -> articles with gold toponyms. The only place that knows their layout.

GeoVirus counts offsets from 1; LGL counts from 0. Every span is checked against its words.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree import ElementTree

from bench.corpora import data_dir
from sayso.records import Span

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


def placed_articles(corpus: str) -> list[PlacedArticle]:
    """Return all articles of a corpus; raises ValueError where a span has other words."""
    file, read = _CORPORA[corpus]
    root = ElementTree.parse(data_dir() / "places" / file).getroot()  # noqa: S314
    return [read(number, article) for number, article in enumerate(root.iter("article"))]


def _lgl(number: int, article: ElementTree.Element) -> PlacedArticle:
    text = article.findtext("text") or ""
    found = []
    for each in article.iter("toponym"):
        span = _span(text, each, "phrase", 0)
        tag = each.find("gaztag")
        if tag is None:
            found.append(Toponym(span))
            continue
        lat, lon = (float(tag.findtext(axis) or "nan") for axis in ("lat", "lon"))
        country = tag.findtext("country") or ""
        found.append(Toponym(span, int(tag.attrib["geonameid"]), lat, lon, country))
    name = f"lgl/{article.get('docid', number)}"
    return PlacedArticle(name, text, tuple(found), article.findtext("url") or "")


def _geovirus(number: int, article: ElementTree.Element) -> PlacedArticle:
    text = article.findtext("text") or ""
    found = []
    for each in article.iter("location"):
        lat, lon = (float(each.findtext(axis) or "nan") for axis in ("lat", "lon"))
        page = unquote((each.findtext("page") or "").rpartition("/")[2]).replace("_", " ")
        found.append(Toponym(_span(text, each, "name", 1), None, lat, lon, page=page))
    return PlacedArticle(f"geovirus/{number}", text, tuple(found))


def _span(text: str, element: ElementTree.Element, words: str, first: int) -> Span:
    start, end = (int(element.findtext(at) or -1) - first for at in ("start", "end"))
    if text[start:end] != element.findtext(words):
        raise ValueError(f"{element.findtext(words)!r} does not stand at {start}-{end}")
    return Span(start, end)


_CORPORA: dict[str, tuple[str, Callable[[int, ElementTree.Element], PlacedArticle]]] = {
    "lgl": ("lgl.xml", _lgl),
    "geovirus": ("GeoVirus.xml", _geovirus),
}


def parts(corpus: str, part: str) -> Iterator[PlacedArticle]:
    """Yield the articles of a corpus in part `train`, `test` or `all`."""
    yield from (a for a in placed_articles(corpus) if part in {a.part, "all"})
