"""Articles of LGL and GeoVirus -> texts with gold toponyms, split for the names head."""

import hashlib
from dataclasses import dataclass

from bench.tasks.places import ARTICLES
from sayso.records import Spans

DEV_SHARE = 0.2  # of each corpus, by the hash of the text


@dataclass(frozen=True, slots=True)
class ToponymArticle:
    """One text with its toponyms."""

    text: str
    toponyms: Spans


def toponym_articles(corpus: str, part: str) -> list[ToponymArticle]:
    """Return the articles of `lgl` or `geovirus` in part train or dev, by the hash of the text."""
    articles = []
    for article in ARTICLES[corpus]():
        share = int(hashlib.sha256(article.text.encode()).hexdigest()[:8], 16) / 2**32
        if (share < DEV_SHARE) == (part == "dev"):
            toponyms = tuple(sorted({each.span for each in article.toponyms}))
            articles.append(ToponymArticle(article.text, toponyms))
    return articles
