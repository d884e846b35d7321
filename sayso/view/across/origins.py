"""An origin of a claim -> its articles as a tree: which reprints which, and how each knows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.linked import Fold, Origin
from sayso.view.across.tellings import Telling, named
from sayso.view.articles import printing_words
from sayso.view.characters import one_line
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

    `why` is empty where it says no more than `how`. `printed` are those who print the same text
    too, and `printed_why` tells by what it is known who was first, or why nobody knows.
    """

    article: ArticleLine
    how: str
    why: str
    branches: tuple["Branch", ...]
    printed: tuple[str, ...] = ()
    printed_why: str = ""


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin: what it is, how many articles go back to it, and these as a tree."""

    name: str
    kind: str
    why: str
    articles: int
    branches: tuple[Branch, ...]


def origin_view(origin: Origin, tellings: Sequence[Telling]) -> OriginView:
    """Return an origin in words; `tellings` are the statements of its claim.

    An article stands under the one that it reprints; all others stand side by side.
    """
    folds = origin.folds or tuple(Fold(each, "", "", "") for each in origin.articles)
    inside = {fold.article for fold in folds}
    below: dict[str, list[Fold]] = defaultdict(list)
    for fold in folds:
        is_reprint = fold.how in _COPIED and fold.of in inside - {fold.article}
        below[fold.of if is_reprint else ""].append(fold)
    return OriginView(
        name=one_line(origin.name) or _unnamed(origin),
        kind="" if origin.one_of > 1 else _KINDS.get(origin.kind, one_line(origin.kind)),
        why=one_line(origin.why),
        articles=len(origin.articles),
        branches=_branches("", below, tellings),
    )


def _unnamed(origin: Origin) -> str:
    several = origin.one_of > 1
    return f"one of {origin.one_of} outlets" if several else "a source that is not named"


def _branches(
    above: str, below: Mapping[str, Sequence[Fold]], tellings: Sequence[Telling]
) -> tuple[Branch, ...]:
    return tuple(_branch(fold, below, tellings) for fold in below.get(above, ()))


def _branch(fold: Fold, below: Mapping[str, Sequence[Fold]], tellings: Sequence[Telling]) -> Branch:
    article, how = named(fold.article, tellings), how_known(fold, tellings)
    return Branch(
        article=article,
        how=how,
        why="" if fold.why.startswith(how) else one_line(fold.why),
        branches=_branches(fold.article, below, tellings),
        printed=tuple(printed_too(article)),
        printed_why=article.printed,
    )


def printed_too(article: ArticleLine) -> Iterator[str]:
    """Yield who else printed an article's text, and when, one line each."""
    for each in article.elsewhere:
        yield f"also printed by {printing_words(each)}"


def how_known(fold: Fold, tellings: Sequence[Telling]) -> str:
    """Return how an article knows, in words: "reprints Northwire Agency, 2031-04-13"."""
    how = _HOWS.get(fold.how, one_line(fold.how))
    if not fold.of or fold.how == "own":
        return how
    if fold.of.startswith("sha256:"):
        above = named(fold.of, tellings)
        return f"{how} {above.outlet or above.title}, {above.moment or above.date}"
    name = one_line(fold.of)
    if fold.how == "utterance":
        return f"reports what {name} said"
    return f"has it from {name}" if fold.how == "carrier" else f"{how} {name}"
