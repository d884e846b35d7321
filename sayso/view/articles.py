"""An article, and where else its text was seen -> the facts about it, as people read them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.records import Article, Sighting, Span
from sayso.view.answers import Seen
from sayso.view.characters import ODD, one_line
from sayso.view.dates import day

_SHORT = 12  # characters of an id that people need
_LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class SightingView:
    """Where a text was seen, every fact in words. `host` is empty unless `url` may be linked to.

    `date` is the first day in ISO 8601, and `order` puts sightings in order; of an undated one both
    are empty. `title` is the headline that it had there, empty where that is the article's own.
    """

    publisher: str
    published: str
    byline: tuple[str, ...]
    host: str
    url: str
    source: str
    date: str = ""
    order: str = ""
    title: str = ""

    @property
    def words(self) -> str:
        """Return the sighting on one line: outlet, date, headline, byline, and address or file."""
        named = (self.publisher, self.published, self.headline, ", ".join(self.byline))
        return " · ".join(filter(None, (*named, self.url or self.source)))

    @property
    def headline(self) -> str:
        """Return the headline in quotation marks, nothing where it is the article's own."""
        return f"“{self.title}”" if self.title else ""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The facts about an article, each on one line.

    `title` is empty where there is none, and `title_span` is where the text has it; `text` is as
    it came. `lang` is a language tag or empty, `published_on` the first day in ISO 8601.
    `elsewhere` are the other places where the text was seen.
    """

    id: str
    given_id: str
    title: str
    title_span: Span | None
    text: str
    lang: str
    dateline: str
    published_on: str
    sighting: SightingView
    elsewhere: tuple[SightingView, ...]


def article_view(article: Article, sightings: Sequence[Sighting] = ()) -> ArticleView:
    """Return the facts about an article; `sightings` may hold its own one."""
    return ArticleView(
        id=one_line(article.id),
        given_id=one_line(article.given_id),
        title=one_line(article.title),
        title_span=article.title_span,
        text=article.text,
        lang=article.lang if _LANG.fullmatch(article.lang) else "",
        dateline=one_line(article.dateline),
        published_on=one_line(article.published.start) if article.published else "",
        sighting=sighting_view(article.sighting, article.title),
        elsewhere=elsewhere(article, sightings),
    )


def elsewhere(article: Seen, sightings: Sequence[Sighting]) -> tuple[SightingView, ...]:
    """Return the sightings but that of the article itself; those that read the same, once."""
    facts = (article.publisher, article.published, article.url)
    own = next((s for s in sightings if (s.publisher, s.published, s.url) == facts), None)
    views = [sighting_view(each, article.title) for each in sightings]
    others = {view.words: view for view in views}
    if own:
        others.pop(sighting_view(own, article.title).words)
    return tuple(others.values())


def printing_words(view: SightingView) -> str:
    """Return who printed a text, when, and under which headline if that is not the article's own.

    "Almis Post, 3 March 2031, 09:30 UTC, “The dam holds”"
    """
    return ", ".join(filter(None, (outlet_words(view), view.published, view.headline)))


def outlet_words(view: SightingView) -> str:
    """Return who printed a text, or where it was seen if nobody says."""
    return view.publisher or view.host or view.source


def also_seen(others: Sequence[SightingView]) -> str:
    """Return other sightings in one sentence."""
    return "also seen: " + "; ".join(other.words for other in others)


def short(article_id: str) -> str:
    """Return as much of an id of an article as people need."""
    return one_line(article_id).removeprefix("sha256:")[:_SHORT]


def sighting_view(sighting: Sighting, title: str = "") -> SightingView:
    """Return a sighting in words; `title` is the article's, which need not be said again."""
    own = sighting.title in ("", title)
    return SightingView(
        publisher=one_line(sighting.publisher),
        published=one_line(day(sighting.published)),
        byline=tuple(map(one_line, sighting.byline)),
        host=host(sighting.url),
        url=one_line(sighting.url),
        source=one_line(sighting.source),
        date=one_line(sighting.published.start) if sighting.published else "",
        order=one_line(sighting.published.order) if sighting.published else "",
        title="" if own else one_line(sighting.title),
    )


def host(url: str) -> str:
    """Return the host of a web address that may be linked to, else nothing."""
    if ODD.search(url) or any(map(str.isspace, url)):
        return ""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""
