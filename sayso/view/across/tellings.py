"""Statements of several articles -> who told what, where, on one line each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.english.names import levelled
from sayso.records import Spans
from sayso.view.answers import Said
from sayso.view.articles import host
from sayso.view.characters import one_line
from sayso.view.leads import Lead, plain
from sayso.view.lists import ArticleLine, StatementLine, statement_line

# Whatever is no letter or digit.
_NO_WORD = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"\A(?:the|an?)\s+(?=\S)")
_QUOTES = tuple("“”\"‘'„«")


@dataclass(frozen=True, slots=True)
class Place:
    """Where exact words stand: an article, by the beginning of its id, and spans in its text.

    `url` is empty unless it may be linked to.
    """

    article: str
    spans: Spans
    url: str

    @property
    def words(self) -> str:
        """Return the place in words: "3f9a01234567 12-40, 58-70"."""
        return f"{self.article} {', '.join(f'{a}-{b}' for a, b in self.spans)}".strip()


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement of one article: who says what, with the exact place of the words.

    `article_id` is whole. `outlet` is never empty: an article without one goes by its title.
    """

    id: str
    article_id: str
    line: StatementLine
    direct: bool
    place: Place

    @property
    def article(self) -> ArticleLine:
        """Return the article that tells it."""
        return self.line.article

    def put_right(self, words: str) -> "Telling":
        """Return it with what a later version of its article says to put right."""
        article = replace(self.line.article, put_right=one_line(words))
        return replace(self, line=replace(self.line, article=article))

    @property
    def outlet(self) -> str:
        """Return who published it."""
        return self.article.outlet or self.article.title or "unknown outlet"

    @property
    def speaker(self) -> str:
        """Return who says it, in the words of the article where no name is known."""
        return self.who.words

    @property
    def who(self) -> Lead:
        """Return the same, with the page of whoever it is."""
        return self.line.who

    @property
    def words(self) -> str:
        """Return what is said."""
        return self.line.content

    @property
    def way(self) -> str:
        """Return on one line through whom it came, to whom it was said, and when."""
        return plain(self.line.passed)


def telling(said: Said, printed: str = "", *, first_known: bool = True) -> Telling:
    """Return one statement of a store's answer.

    `printed` is why its article is taken to have been printed first where it was, if several
    printed it; `first_known` is false where the first of them is not known.
    """
    line = statement_line(said)
    seen = replace(line.article, printed=one_line(printed), first_known=first_known)
    line = replace(line, article=seen)
    url = one_line(said.url) if host(said.url) else ""
    return Telling(
        id=one_line(said.statement.id),
        article_id=said.article_id,
        line=line,
        direct=said.statement.kind != "indirect",
        place=Place(line.article.id, said.statement.content, url),
    )


def outlets(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Return who published some statements, each once."""
    return tuple(dict.fromkeys(each.outlet for each in tellings))


def speakers(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Return who says some statements, each once, the one that says most first."""
    return tuple(each.words for each in people(tellings))


def people(tellings: Sequence[Telling]) -> tuple[Lead, ...]:
    """Return the same, each with his page; names that differ in case or article alone are one."""
    names = [_without_article(each.speaker) for each in tellings]
    every = list(zip(names, tellings, strict=True))[::-1]
    first = {name: each.who for name, each in every}
    first |= {name: each.who for name, each in every if each.who.id}
    return tuple(first[n] for n in sorted(dict.fromkeys(names), key=lambda n: -names.count(n)))


def _without_article(name: str) -> str:
    """Return what tells a name from others: "The Velmark army" is "the Velmark army"."""
    return _ARTICLE.sub("", name.casefold())


def in_quotes(words: str) -> str:
    """Return words in quotation marks, those of the article where it has some."""
    return words if words[:1] in _QUOTES else f"“{words}”"


def bare(words: str) -> str:
    """Return words without what house styles change: case, accents, what is no letter or digit."""
    return _NO_WORD.sub(" ", levelled(words)).strip()
