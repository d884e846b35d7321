"""LGL and GeoVirus on disk -> texts with gold toponyms, split by article for training."""

import hashlib
from dataclasses import dataclass
from xml.etree import ElementTree

from bench.corpora import data_dir
from sayso.records import Span, Spans

_FILES = {"lgl": "lgl.xml", "geovirus": "GeoVirus.xml"}
DEV_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class ToponymArticle:
    """One text with its toponyms."""

    text: str
    toponyms: Spans


def toponym_articles(corpus: str, part: str) -> list[ToponymArticle]:
    """Return the articles of `lgl` or `geovirus` in part train or dev, by the hash of the text."""
    path = data_dir() / "places" / _FILES[corpus]
    root = ElementTree.parse(path).getroot()  # noqa: S314 (a corpus that the user laid there)
    found = []
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        share = int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 2**32
        if (share < DEV_SHARE) == (part == "dev"):
            found.append(ToponymArticle(text, _toponyms(article, text)))
    return found


def _toponyms(article: ElementTree.Element, text: str) -> Spans:
    found = []
    for each in [*article.iter("toponym"), *article.iter("location")]:
        start = int(each.findtext("start") or -1)
        words = each.findtext("phrase") or each.findtext("name") or ""
        for at in (start, start - 1):  # GeoVirus counts from one
            if text[at : at + len(words)] == words:
                found.append(Span(at, at + len(words)))
                break
    return tuple(sorted(set(found)))
