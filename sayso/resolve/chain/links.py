"""Quotations that an outlet reports -> the outlet is their carrier, not their speaker.

“…,” reported Northwire: whoever said so was named before, or will be.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.records import Article, Statement
from sayso.resolve.chain.chain import Chain, Hop
from sayso.resolve.chain.outlets import Outlets

_REPORTING = re.compile(
    r"\b(?:reported|reports|quoted|cited|carried|published|printed|relayed)\b", re.IGNORECASE
)


def passed_on(
    article: Article,
    statements: Sequence[Statement],
    told: Sequence[Chain],
    outlets: Outlets,
) -> list[Chain]:
    """Return the chains, with the outlet that reports a quotation as their first link."""
    made = []
    for statement, chain in zip(statements, told, strict=True):
        passes = (
            chain.speaker is None
            and _may_be(statement)
            and bool(_REPORTING.search(statement.cue[0].of(article.text)))
            and outlets.is_outlet(statement.source[0].of(article.text))
        )
        hop = Hop(statement.source[0], "reported") if passes else None
        made.append(replace(chain, links=(hop, *chain.links)) if hop else chain)
    return made


def carried(statement: Statement, chain: Chain) -> bool:
    """Tell whether the source of a statement only passed it on."""
    return bool(statement.source) and any(hop.span == statement.source[0] for hop in chain.links)


def _may_be(statement: Statement) -> bool:
    """Tell whether a statement is a quotation that its reporting words follow."""
    if not (statement.kind == "direct" and len(statement.source) == 1 and statement.cue):
        return False
    return statement.cue[0].start >= statement.content[-1].end
