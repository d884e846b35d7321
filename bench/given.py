"""An article with gold statements -> what the product's own path makes of them.

The statements are as gold has them, their kinds told by the quotation marks of the text; mentions
are sayso's own. What the layout of the text makes plain may stand in place of a statement, and
what somebody says that he himself says is one statement: each is judged by what stands for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotate.quotes import quoted_mask
from sayso.annotate.statements import kind
from sayso.pipeline import Engine
from sayso.records import Annotation, Article, Reading, Statement
from sayso.resolve.actors.speakers import Speaking
from sayso.resolve.chain.chain import Chain
from sayso.resolve.resolver import WhoIsWho

_SILENT = Speaking((), 0.0, "nothing stands for this statement")
_UNPASSED = Chain(None, (), None, None)


@dataclass(frozen=True, slots=True)
class Given:
    """Who is who in an article, and for each given statement the number of what stands for it.

    That is None where nothing does.
    """

    who: WhoIsWho
    numbers: tuple[int | None, ...]

    @property
    def speaking(self) -> list[Speaking]:
        """Return who speaks in each given statement."""
        return [_SILENT if n is None else self.who.speakers[n] for n in self.numbers]

    @property
    def chains(self) -> list[Chain]:
        """Return through whom each given statement came."""
        return [_UNPASSED if n is None else self.who.chains[n] for n in self.numbers]


def who_is_who(
    engine: Engine,
    article: Article,
    statements: Sequence[Statement],
    readings: Sequence[Reading] = (),
) -> Given:
    """Return who is who, and of each of the statements what stands for it."""
    (seen,) = engine.annotator([article])
    quoted = quoted_mask(article.text)
    given = tuple(replace(s, kind=kind(article.text, quoted, s.content)) for s in statements)
    who = engine.resolver.who_is_who(article, Annotation(given, seen.mentions, tuple(readings)))
    standing = who.annotation.statements
    return Given(who, tuple(stands_for(statement, standing) for statement in given))


def stands_for(statement: Statement, standing: Sequence[Statement]) -> int | None:
    """Return the number of the statement that is a given one, or that holds most of its content."""
    for number, other in enumerate(standing):
        if other.parts == statement.parts:
            return number
    shared = [_shared(statement, other) for other in standing]
    most = max(shared, default=0)
    return shared.index(most) if most else None


def _shared(one: Statement, other: Statement) -> int:
    """Return how many code points the contents of two statements share."""
    return sum(
        max(min(a.end, b.end) - max(a.start, b.start), 0)
        for a in one.content
        for b in other.content
    )
