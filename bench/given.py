"""An article with gold statements -> who is who in it, by the product's own path.

The statements are as gold has them, their kinds told by the quotation marks of the text; mentions
are sayso's own.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.quotes import quoted_mask
from sayso.annotate.statements import kind
from sayso.pipeline import Engine
from sayso.records import Annotation, Article, Statement
from sayso.resolve.resolver import WhoIsWho


def who_is_who(engine: Engine, article: Article, statements: Sequence[Statement]) -> WhoIsWho:
    """Return who is who, and of each of the statements who speaks and through whom it came."""
    (seen,) = engine.annotator([article])
    quoted = quoted_mask(article.text)
    given = tuple(replace(s, kind=kind(article.text, quoted, s.content)) for s in statements)
    return engine.resolver.who_is_who(article, Annotation(given, seen.mentions))
