"""An origin of a claim -> its articles as a tree: which reprints which, and how each knows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.linked import Fold, Origin
from sayso.view.across.tellings import Telling
from sayso.view.articles import printing_words, short
from sayso.view.characters import one_line
from sayso.view.leads import Lead, plain
from sayso.view.lists import ArticleLine

# How a fold reads before what it goes back to.
_HOWS = {
    "copy": "reprints",
    "version": "another version of",
    "alike": "has the same text as",
    "utterance": "goes back to the same as",
    "carrier": "goes back to the same as",
    "own": "in its own voice",
}
_MOST = 150  # articles of an origin: of more those alone are shown whose statements are
_COPIED = ("copy", "version", "alike")
# What an origin is, behind its name.
_KINDS = {
    "utterance": "what one speaker said",
    "carrier": "what one outlet carried",
    "article": "an article of its own",
}


@dataclass(frozen=True, slots=True)
class Branch:
    """One article of an origin: how it knows, why, and the articles that reprint it.

    `leads` is how it knows, each name with its page; `statement` is the id of the first statement
    that has the claim there, empty where none is known. `why` is empty where it says no more than
    `how`. `printed` are those who print the same text too, and `printed_why` tells by what it is
    known who was first, or why nobody knows.
    """

    article: ArticleLine
    leads: tuple[Lead, ...]
    why: str
    branches: tuple["Branch", ...]
    printed: tuple[str, ...] = ()
    printed_why: str = ""
    statement: str = ""

    @property
    def how(self) -> str:
        """Return how it knows: "reprints Northwire Agency, 2031-04-13"."""
        return plain(self.leads)


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin: who it is and what, how many articles go back to it, and these as a tree.

    Of very many articles `left` are not in the tree.
    """

    who: Lead
    kind: str
    why: str
    articles: int
    branches: tuple[Branch, ...]
    left: int = 0

    @property
    def name(self) -> str:
        """Return who it is."""
        return self.who.words


@dataclass(frozen=True, slots=True)
class Traced:
    """What some statements tell: the first of each article by its id, and entities by name."""

    first: Mapping[str, Telling]
    entities: Mapping[str, str]

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> "Traced":
        """Gather what statements tell, those that come first before others."""
        first: dict[str, Telling] = {}
        entities: dict[str, str] = {}
        for telling in tellings:
            first.setdefault(telling.article_id, telling)
            for each in (telling.who, *telling.line.passed):
                if each.kind == "entity" and each.id:
                    entities.setdefault(each.words, each.id)
        return cls(first, entities)

    def article(self, article_id: str) -> ArticleLine:
        """Return an article as far as the statements tell of it."""
        known, id_ = self.first.get(article_id), short(article_id)
        return known.article if known else ArticleLine(id_, "no date", "", id_)

    def who(self, name: str, before: str = "") -> Lead:
        """Return whoever is called by a name, with his page."""
        return Lead(before, name, "entity", self.entities.get(name, ""))

    def words(self, article_id: str, outlet: str, before: str) -> Lead:
        """Return the outlet of an article, with its words."""
        known = self.first.get(article_id)
        if known is None:
            return Lead(before, outlet, "article", short(article_id))
        return Lead(before, outlet, "statement", known.id)


def origin_view(origin: Origin, tellings: Sequence[Telling]) -> OriginView:
    """Return an origin in words; `tellings` are the statements of its claim.

    An article stands under the one that it reprints; all others stand side by side.
    """
    traced = Traced.of(tellings)
    every = origin.folds or tuple(Fold(each, "", "", "") for each in origin.articles)
    shown = len(every) <= _MOST
    folds = [each for each in every if shown or each.article in traced.first]
    inside = {fold.article for fold in folds}
    below: dict[str, list[Fold]] = defaultdict(list)
    for fold in folds:
        is_reprint = fold.how in _COPIED and fold.of in inside - {fold.article}
        below[fold.of if is_reprint else ""].append(fold)
    return OriginView(
        who=traced.who(one_line(origin.name) or _unnamed(origin)),
        kind="" if origin.one_of > 1 else _KINDS.get(origin.kind, one_line(origin.kind)),
        why=one_line(origin.why),
        articles=len(origin.articles),
        branches=_branches("", below, traced),
        left=len(every) - len(folds),
    )


def _unnamed(origin: Origin) -> str:
    several = origin.one_of > 1
    return f"one of {origin.one_of} outlets" if several else "a source that is not named"


def _branches(
    above: str, below: Mapping[str, Sequence[Fold]], traced: Traced
) -> tuple[Branch, ...]:
    return tuple(_branch(fold, below, traced) for fold in below.get(above, ()))


def _branch(fold: Fold, below: Mapping[str, Sequence[Fold]], traced: Traced) -> Branch:
    article, leads = traced.article(fold.article), how_known(fold, traced)
    known = traced.first.get(fold.article)
    return Branch(
        article=article,
        leads=leads,
        why="" if fold.why.startswith(plain(leads)) else one_line(fold.why),
        branches=_branches(fold.article, below, traced),
        printed=tuple(printed_too(article)),
        printed_why=article.printed,
        statement=known.id if known else "",
    )


def printed_too(article: ArticleLine) -> Iterator[str]:
    """Yield who else printed an article's text, and when, one line each."""
    for each in article.elsewhere:
        yield f"also printed by {printing_words(each)}"


def how_known(fold: Fold, traced: Traced) -> tuple[Lead, ...]:
    """Return how an article knows, in words: "reprints Northwire Agency, 2031-04-13"."""
    how = _HOWS.get(fold.how, one_line(fold.how))
    if not fold.of or fold.how == "own":
        return (Lead("", how),)
    if fold.of.startswith("sha256:"):
        above = traced.article(fold.of)
        outlet = traced.words(fold.of, above.outlet or above.title, f"{how} ")
        return outlet, Lead(", ", above.moment or above.date)
    name = one_line(fold.of)
    if fold.how == "utterance":
        return traced.who(name, "reports what "), Lead("", " said")
    return (traced.who(name, "has it from " if fold.how == "carrier" else f"{how} "),)
