"""Chains in words, as the tables of the tests write them."""

from collections.abc import Sequence

from sayso.records import Article, Mention, Statement
from sayso.resolve.chain.chain import Chain, chains
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.layout import Layout
from tests.notation import read

# A statement with a carrier, for others to follow.
ONE = "{S1:Corrant} {C1:told} the Almis Post {T1:that both had asked}. "


def told(
    article: Article, statements: Sequence[Statement], mentions: Sequence[Mention] = ()
) -> list[Chain]:
    """Return the chain of every statement; without mentions, names are told by their capitals."""
    return chains(article, Layout.of(article, statements), Outlets(article, mentions))


def shown(text: str, chain: Chain) -> tuple[str, str, str, str]:
    """Return a chain as words: links as "name kind; name kind", speaker, addressee, channel."""
    links = "; ".join(f"{hop.span.of(text)} {hop.kind}" for hop in chain.links)
    speaker, addressee, channel = (
        span.of(text) if span else "" for span in (chain.speaker, chain.addressee, chain.channel)
    )
    return links, speaker, addressee, channel


def chains_of(marked: str, **article: str) -> list[tuple[str, str, str, str]]:
    """Return the chain of every statement of a marked text, as `shown` writes it."""
    made, annotation = read(marked, **article)
    return [shown(made.text, chain) for chain in told(made, annotation.statements)]


def links_of(marked: str, **article: str) -> list[str]:
    """Return the links of every statement of a marked text, as `shown` writes them."""
    return [links for links, *_ in chains_of(marked, **article)]
