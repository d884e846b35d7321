"""GeoVirus: Wikinews on epidemics, its toponyms with coordinates and pages of Wikipedia."""

from urllib.parse import unquote
from xml.etree import ElementTree

from corpora.corpus import Corpus
from corpora.toponyms import REPOSITORY, PlacedArticle, Toponym, articles_of, copy, point, span_of


def articles() -> list[PlacedArticle]:
    """Return all articles; raises ValueError where a toponym's words stand elsewhere."""
    return [_article(number, element) for number, element in enumerate(articles_of("GeoVirus.xml"))]


def _article(number: int, element: ElementTree.Element) -> PlacedArticle:
    text = element.findtext("text") or ""
    toponyms = tuple(_toponym(text, each) for each in element.iter("location"))
    return PlacedArticle(f"geovirus/{number}", text, toponyms)


def _toponym(text: str, element: ElementTree.Element) -> Toponym:
    span = span_of(text, element, "name", first=1)
    title = (element.findtext("page") or "").rpartition("/")[2]
    page = unquote(title).replace("_", " ")
    return Toponym(span, None, *point(element), page=page)


CORPUS = Corpus(
    name="geovirus",
    title="GeoVirus: Wikinews on epidemics, toponyms with coordinates",
    address="https://github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation",
    licence="texts CC BY 2.5",
    citation='Gritta, Pilehvar and Collier, "Which Melbourne?", ACL 2018',
    documents=229,
    convert=copy,
    archive=f"{REPOSITORY}/GeoVirus.xml",
)
