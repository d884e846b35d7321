"""Rows of lists that span articles -> their words: articles, statements, passages of a search."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from sayso.records import Moment
from sayso.view.answers import Listed, Passage, Said
from sayso.view.articles import SightingView, elsewhere, short
from sayso.view.characters import one_line, visible
from sayso.view.dates import instant, interval
from sayso.view.doubt import Doubt, of_scores
from sayso.view.leads import Lead, plain
from sayso.view.statements import act_view, link_how, when_said
from sayso.view.words import joined

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list: the beginning of its id, its facts, and where else it was seen.

    `moment` is the day with the time of publishing, if that is known, and `order` puts articles in
    the order of it. `printed` tells by what it is known that all others had it later, or why that
    is not known; `first_known` is whether it is. `put_right` tells that a later version corrects or
    retracts it.
    """

    id: str
    date: str
    outlet: str
    title: str
    elsewhere: tuple[SightingView, ...] = ()
    moment: str = ""
    order: str = ""
    printed: str = ""
    first_known: bool = True
    put_right: str = ""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement in a list that spans articles, every part in words.

    `said` is one of `SAID`; where it is not yes, `act` tells that ("not said"). `doubts` tell what
    of it is doubtful. `passed` is through whom it came, to whom it was said, and when, `spots` are
    the places that it speaks of, each name with where it leads; `entity` is the id of the
    speaker's entity. Empty strings and tuples mean that there is nothing to show.
    """

    article: ArticleLine
    speaker: str
    source: str
    act: str
    content: str
    passed: tuple[Lead, ...] = ()
    spots: tuple[Lead, ...] = ()
    said: str = "yes"
    doubts: tuple[Doubt, ...] = ()
    entity: str = ""

    @property
    def who(self) -> Lead:
        """Return who says it, in the words of the article where no name is known."""
        return Lead("", self.speaker or self.source or "nobody named", "entity", self.entity)

    @property
    def leads(self) -> tuple[Lead, ...]:
        """Return how the words came, and of which places they speak, each name with its page."""
        if not (self.passed and self.spots):
            return self.passed or self.spots
        first, *others = self.spots
        return (*self.passed, first._replace(before=f" · {first.before}"), *others)

    @property
    def way(self) -> str:
        """Return the same on one line."""
        return plain(self.leads)


class Run(NamedTuple):
    """Words of a passage on one line, and whether they are those searched for."""

    words: str
    matched: bool


def article_line(article: Listed, article_id: str, source: str = "") -> ArticleLine:
    """Return an article of a store's answer in words; without a title, `source` stands for it."""
    return ArticleLine(
        id=short(article_id),
        date=_date(article.published),
        outlet=one_line(article.publisher),
        title=one_line(article.title) or one_line(source),
        elsewhere=elsewhere(article, article.sightings),
        moment=instant(article.published) or _date(article.published),
        order=one_line(article.published.order) if article.published else "",
    )


def statement_line(said: Said) -> StatementLine:
    """Return a statement of a store's answer in words."""
    speaker = one_line(said.speaker.name) if said.speaker else ""
    source = one_line(said.source)
    return StatementLine(
        article=article_line(said, said.article_id),
        speaker=speaker,
        source="" if source == speaker else source,
        act=act_view(said.act).words,
        content=one_line(said.content),
        passed=tuple(_passed(said)),
        spots=tuple(_spots(said)),
        said=said.act.said,
        doubts=of_scores(said.statement.score, said.speaker_score if said.speaker else None),
        entity=said.speaker_entity if speaker else "",
    )


def _passed(said: Said) -> Iterator[Lead]:
    """Yield through whom a statement came, to whom it was said, and when, as parts of one line."""
    dot = ""
    for (name, entity), its in groupby(said.chain, key=lambda each: (each.name, each.entity)):
        ways = joined(list(dict.fromkeys(link_how(each.kind, said.act.said) for each in its)))
        yield Lead(f"{' ' if dot else ''}→ {ways} ", one_line(name), "entity", entity)
        dot = " · "
    if said.addressee:
        yield Lead(f"{dot}to ", one_line(said.addressee), "entity", said.addressee_entity)
        dot = " · "
    when = interval(said.said_at.start, said.said_at.end) if said.said_at else ""
    if when:
        yield Lead(dot, when_said(one_line(when), said.act.said))


def _spots(said: Said) -> Iterator[Lead]:
    for number, place in enumerate(said.places):
        name = one_line(place.name)
        yield Lead(", " if number else "where: ", name, "place", name)


def runs(passage: Passage) -> tuple[Run, ...]:
    """Return the words of a passage on one line, those searched for on their own."""
    text, start = visible(passage.text), passage.span.start
    edges = [start, *(edge for span in passage.words for edge in span), start + len(text)]
    pieces = (_SPACE.sub(" ", text[a - start : b - start]) for a, b in pairwise(edges))
    return tuple(Run(words, n % 2 == 1) for n, words in enumerate(pieces) if words)


def _date(published: Moment | None) -> str:
    """Return a date as lists show it, so that it can be sorted: the first day in ISO 8601."""
    return one_line(published.start) if published else "no date"
