"""Who is who in a marked text, and who speaks in it, by the resolver's own step."""

from sayso.records import Annotation, Article
from sayso.resolve import Resolver
from sayso.resolve.resolver import WhoIsWho

_RESOLVER = Resolver()


def who_is_who(article: Article, annotation: Annotation) -> WhoIsWho:
    """Return who is who, and who speaks and carries each statement."""
    return _RESOLVER.who_is_who(article, annotation)
