"""GeoVirus: Wikinews on epidemics, its toponyms with coordinates and pages of Wikipedia."""

from urllib.parse import unquote
from xml.etree import ElementTree

from corpora.toponyms import PlacedArticle, Toponym, articles_of, point, span_of


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
