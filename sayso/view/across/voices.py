"""Somebody with what they say -> a card of names and roles, and the statements by article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from sayso.linked import DatedRole, Entity
from sayso.view.across.lists import days
from sayso.view.across.tellings import Telling, telling
from sayso.view.answers import Said
from sayso.view.characters import one_line
from sayso.view.leads import Lead
from sayso.view.lists import ArticleLine
from sayso.view.words import counted

_UNLINKED = "Articles that are not linked yet"


class Speaking(Protocol):
    """Somebody, and how much they say."""

    @property
    def entity(self) -> Entity: ...  # noqa: D102
    @property
    def statements(self) -> int: ...  # noqa: D102
    @property
    def articles(self) -> int: ...  # noqa: D102


class Voice(Protocol):
    """Somebody, and what they say."""

    @property
    def entity(self) -> Entity | None: ...  # noqa: D102
    @property
    def said(self) -> Sequence[Said]: ...  # noqa: D102
    @property
    def total(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class CardRole:
    """What somebody is said to be, and from when to when."""

    words: str
    days: str


@dataclass(frozen=True, slots=True)
class Card:
    """Who somebody is: other names, the shortest first, roles by date, whom they speak for.

    `id` is empty for what is no entity.
    """

    id: str
    name: str
    summary: str
    names: tuple[str, ...] = ()
    roles: tuple[CardRole, ...] = ()
    of: str = ""
    of_id: str = ""

    @property
    def above(self) -> Lead:
        """Return whom somebody speaks for, with his page."""
        return Lead("", self.of, "entity", self.of_id)


@dataclass(frozen=True, slots=True)
class VoiceView:
    """Somebody as people read it; of their statements `more` are left out."""

    card: Card
    tellings: tuple[Telling, ...]
    more: int

    @property
    def by_article(self) -> list[tuple[ArticleLine, list[Telling]]]:
        """Return the statements that stand in one article together, in their order."""
        return [(line, list(its)) for line, its in groupby(self.tellings, lambda t: t.article)]


def speaking_card(speaking: Speaking, names: Mapping[str, str]) -> Card:
    """Return somebody of a list as a card; `names` are those of entities, by their ids."""
    entity = speaking.entity
    articles = counted(speaking.articles, "article")
    numbers = f"{counted(speaking.statements, 'statement')} in {articles}"
    if not speaking.statements:
        numbers = "no statement of their own"
    return _card(entity, f"{entity.type} · {numbers}", names)


def voice_view(
    voice: Voice, names: Mapping[str, str], *, carried: bool = False, articles: int = 0
) -> VoiceView:
    """Return somebody with what they say, or `carried`; `names` are those of entities, by ids.

    In how many `articles` they say it is told where it is given, or all is there.
    """
    tellings = tuple(telling(each) for each in voice.said)
    more = voice.total - len(tellings)
    numbers = counted(voice.total, "statement") + (" passed on" if carried else "")
    if articles or not more:
        every = articles or len({each.article_id for each in tellings})
        numbers += f" in {counted(every, 'article')}"
    if voice.entity is None:
        return VoiceView(Card("", _UNLINKED, numbers), tellings, more)
    return VoiceView(_card(voice.entity, f"{voice.entity.type} · {numbers}", names), tellings, more)


def _card(entity: Entity, summary: str, names: Mapping[str, str]) -> Card:
    others = {one_line(name) for name in entity.names} - {one_line(entity.name), ""}
    return Card(
        id=entity.id,
        name=one_line(entity.name),
        summary=summary,
        names=tuple(sorted(others, key=lambda name: (len(name), name))),
        roles=tuple(_roles(entity.roles)),
        of=one_line(names.get(entity.of, "")),
        of_id=entity.of if entity.of in names else "",
    )


def _roles(roles: Sequence[DatedRole]) -> Iterator[CardRole]:
    """Yield roles by date, those that differ in case alone as one."""
    same: dict[str, list[DatedRole]] = {}
    for role in roles:
        same.setdefault(one_line(role.text).casefold(), []).append(role)
    made = [
        (min((r.first for r in its if r.first), default=""), max(r.last for r in its), its[0].text)
        for its in same.values()
    ]
    for first, last, text in sorted(made, key=lambda each: (each[0] or "9999", each[2].casefold())):
        yield CardRole(one_line(text), days(first, last))
