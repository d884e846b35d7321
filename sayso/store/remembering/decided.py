"""A record -> what people decided and did not take back, read again only when some is added."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from sayso.corrections import CORRECTIONS, effective
from sayso.fitting import ends_of
from sayso.judgements import Judgement
from sayso.store import judging
from sayso.store.dialect import reading
from sayso.store.names import key
from sayso.store.remembering.remembered import Remembered
from sayso.store.schema import judgements


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided: all of it as it was added, and the corrections, by their articles.

    The corrections are those that were not taken back, the earliest first, with their `ids`.
    `about` has by the ids of articles the places of what is about them, among all.
    """

    every: Sequence[Judgement]
    corrections: Mapping[str, Sequence[Judgement]]
    ids: Mapping[str, tuple[str, ...]]
    about: Mapping[str, Sequence[int]]

    def about_any(self, articles: Collection[str]) -> list[Judgement]:
        """Return what is about some articles, or their words, in the order of adding."""
        places = {place for each in articles for place in self.about.get(each, ())}
        return [self.every[place] for place in sorted(places)]

    def naming(self, wanted: str) -> set[str]:
        """Return the ids of the articles in which people named somebody by all words of a key."""
        words = set(wanted.split())
        return {
            article
            for article, every in self.corrections.items()
            for each in every
            if words and words <= set(key(str(each.object.get("name", ""))).split())
        }

    def of_kinds(self, kinds: Collection[str]) -> set[str]:
        """Return the ids of the articles with a correction of one of some kinds."""
        its = self.corrections.items()
        return {name for name, some in its if any(each.kind in kinds for each in some)}


_DECIDED: Remembered[Decided] = Remembered()


def decided(engine: Engine) -> Decided:
    """Return what people decided. Rows are only ever added: so their number tells of new ones."""
    query = select(func.count(), func.max(judgements.c.number)).select_from(judgements)
    with reading(engine) as connection:
        mark = tuple(connection.execute(query).one())
    return _DECIDED.get(engine, mark, lambda: _read(engine))


def _read(engine: Engine) -> Decided:
    every = judging.judged(engine)
    corrections: dict[str, list[Judgement]] = {}
    for each in effective(every):
        if each.kind in CORRECTIONS:
            corrections.setdefault(each.subject.article, []).append(each)
    ids = {article: tuple(each.id for each in its) for article, its in corrections.items()}
    about: dict[str, list[int]] = {}
    for place, each in enumerate(every):
        for article in {end.article for end in ends_of(each)}:
            about.setdefault(article, []).append(place)
    return Decided(tuple(every), corrections, ids, about)
