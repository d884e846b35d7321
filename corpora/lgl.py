"""LGL: articles of local papers, their toponyms with GeoNames ids."""

from xml.etree import ElementTree

from corpora.corpus import Corpus
from corpora.toponyms import REPOSITORY, PlacedArticle, Toponym, articles_of, copy, point, span_of


def articles() -> list[PlacedArticle]:
    """Return all articles; raises ValueError where a toponym's words stand elsewhere."""
    return [_article(number, element) for number, element in enumerate(articles_of("lgl.xml"))]


def _article(number: int, element: ElementTree.Element) -> PlacedArticle:
    text = element.findtext("text") or ""
    toponyms = tuple(_toponym(text, each) for each in element.iter("toponym"))
    url = element.findtext("url") or ""
    return PlacedArticle(f"lgl/{element.get('docid', number)}", text, toponyms, url)


def _toponym(text: str, element: ElementTree.Element) -> Toponym:
    span = span_of(text, element, "phrase", first=0)
    tag = element.find("gaztag")
    if tag is None:
        return Toponym(span)
    country = tag.findtext("country") or ""
    return Toponym(span, int(tag.attrib["geonameid"]), *point(tag), country)


CORPUS = Corpus(
    name="lgl",
    title="LGL: articles of local papers, toponyms with GeoNames ids",
    address="https://github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation",
    licence="none stated",
    citation='Lieberman, Samet and Sankaranarayanan, "Geotagging with Local Lexicons", ICDE 2010',
    documents=588,
    convert=copy,
    archive=f"{REPOSITORY}/lgl.xml",
)
