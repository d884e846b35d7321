"""A long article -> its chains, found a slice at a time so that the cost grows with the length.

Only a book is cut; what a slice names (an outlet, an occasion) is then known in that slice alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.records import Article, Mention, Span, Spans, Statement
from sayso.resolve.chain.chain import Chain, Hop, chains
from sayso.resolve.chain.links import passed_on
from sayso.resolve.chain.outlets import Outlets

SLICE = 20_000  # characters; more than nearly every article has
_BREAK = re.compile(r"\n\n+")


def all_chains(
    article: Article, statements: Sequence[Statement], names: Sequence[Mention]
) -> list[Chain]:
    """Return the chain of every statement; `names` are those of the article, in text order."""
    if len(article.text) <= 2 * SLICE:
        return _chains(article, statements, names)
    found: list[Chain] = []
    at = 0
    for piece in _slices(article.text, statements):
        last = bisect_left(statements, piece.end, key=lambda s: s.content[0].start)
        inside = statements[len(found) : last]
        mine = []
        while at < len(names) and names[at].span.start < piece.end:
            mine.append(replace(names[at], span=_moved(names[at].span, -piece.start)))
            at += 1
        part = replace(article, text=piece.of(article.text), title_span=None, skips=())
        made = _chains(part, [_statement(s, -piece.start) for s in inside], mine)
        found += [_chain(chain, piece.start, len(found)) for chain in made]
    return found


def _chains(
    article: Article, statements: Sequence[Statement], names: Sequence[Mention]
) -> list[Chain]:
    if not statements:
        return []
    outlets = Outlets(article, names)
    told = chains(article, statements, names, outlets=outlets)
    return passed_on(article, statements, told, outlets)


def _slices(text: str, statements: Sequence[Statement]) -> Iterator[Span]:
    """Yield slices that cover the text, cut between paragraphs and outside statements."""
    start = 0
    edges = sorted(s.extent for s in statements)
    at = reach = 0
    for cut in _BREAK.finditer(text):
        while at < len(edges) and edges[at][0] < cut.end():
            reach = max(reach, edges[at][1])
            at += 1
        if cut.end() - start >= SLICE and reach <= cut.start():
            yield Span(start, cut.end())
            start = cut.end()
    if start < len(text):
        yield Span(start, len(text))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _all_moved(spans: Spans, by: int) -> Spans:
    return tuple(_moved(span, by) for span in spans)


def _statement(statement: Statement, by: int) -> Statement:
    return replace(
        statement,
        source=_all_moved(statement.source, by),
        cue=_all_moved(statement.cue, by),
        content=_all_moved(statement.content, by),
    )


def _chain(chain: Chain, by: int, before: int) -> Chain:
    def move(span: Span | None) -> Span | None:
        return _moved(span, by) if span else None

    return Chain(
        move(chain.speaker),
        tuple(Hop(_moved(hop.span, by), hop.kind) for hop in chain.links),
        move(chain.addressee),
        move(chain.channel),
        None if chain.outer is None else chain.outer + before,
        chain.why,
    )
