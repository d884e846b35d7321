"""A notation for marked sentences -> an article with its statements.

"{S:Halvard} {C:told} NWA {T:that it had rained}" is one statement with source, cue and content.
A digit after the letter tells statements apart, and braces may stand in braces: "{S1:She} {C1:said}
{T1:{S2:he} {C2:knew} {T2:nothing}}".
"""

import re

from sayso.records import Article, Span, Statement, statement_id
from sayso.resolve.chain.chain import chains

_OPEN = re.compile(r"\{([SCT])(\d?):")


def read(marked, **article):
    """Return the article whose text is `marked` without the marks, and its statements in order."""
    text, pieces, stack, at = [], [], [], 0
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        here = sum(map(len, text))
        if opening:
            stack.append((opening[1], opening[2], here))
            at = opening.end()
        elif marked[at] == "}":
            role, number, start = stack.pop()
            pieces.append((number, role, Span(start, here)))
            at += 1
        else:
            text.append(marked[at])
            at += 1
    made = Article(text="".join(text), source="test", **article)
    return made, [_statement(made, pieces, n) for n in sorted({n for n, _, _ in pieces})]


def _statement(article, pieces, number):
    roles = [tuple(sorted(s for n, r, s in pieces if (n, r) == (number, role))) for role in "SCT"]
    return Statement(statement_id(article.id, roles), "indirect", 1.0, *roles, "marked")


def shown(text, chain):
    """Return a chain as words: links as "name kind; name kind", speaker, addressee, channel."""
    links = "; ".join(f"{hop.span.of(text)} {hop.kind}" for hop in chain.links)
    rest = [
        span.of(text) if span else "" for span in (chain.speaker, chain.addressee, chain.channel)
    ]
    return (links, *rest)


# A statement with a carrier, for others to follow.
ONE = "{S1:Corrant} {C1:told} the Almis Post {T1:that both had asked}. "


def links_of(marked: str, **article: str) -> list[str]:
    """Return the links of every statement of a marked text, as `shown` writes them."""
    made, statements = read(marked, **article)
    return [shown(made.text, chain)[0] for chain in chains(made, statements)]
