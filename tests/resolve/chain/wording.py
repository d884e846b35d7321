"""Chains in words, as the tables of the tests write them."""

from collections.abc import Sequence

from sayso.records import Annotation, Article, Mention, Statement
from sayso.resolve import Resolver
from sayso.resolve.chain.chain import Chain
from tests.notation import read

_RESOLVER = Resolver()

# A statement with a carrier, for others to follow.
ONE = "{S1:Corrant} {C1:told} the Almis Post {T1:that both had asked}. "


def chains_by_rules(
    article: Article, statements: Sequence[Statement], mentions: Sequence[Mention] = ()
) -> Sequence[Chain]:
    """Return the chain of every statement; without mentions, names are told by their capitals."""
    return _RESOLVER.who_is_who(article, Annotation(tuple(statements), tuple(mentions))).chains


def shown(text: str, chain: Chain) -> tuple[str, str, str, str]:
    """Return a chain as words: links as "name kind; name kind", speaker, addressee, channel."""
    links = "; ".join(f"{link.span.of(text)} {link.kind}" for link in chain.links)
    speaker, addressee, channel = (
        span.of(text) if span else "" for span in (chain.speaker, chain.addressee, chain.channel)
    )
    return links, speaker, addressee, channel


def chains_of(marked: str, **article: str) -> list[tuple[str, str, str, str]]:
    """Return the chain of every statement of a marked text, as `shown` writes it."""
    made, annotation = read(marked, **article)
    every = chains_by_rules(made, annotation.statements, annotation.mentions)
    return [shown(made.text, chain) for chain in every]


def links_of(marked: str, **article: str) -> list[str]:
    """Return the links of every statement of a marked text, as `shown` writes them."""
    return [links for links, *_ in chains_of(marked, **article)]
