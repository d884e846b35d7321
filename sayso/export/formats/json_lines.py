"""Articles -> JSON Lines in the form of the contract: all that makes the same record again."""

from collections.abc import Iterable
from typing import Any, BinaryIO

from sayso.errors import DamageError
from sayso.export.jsonlines import line
from sayso.exported import Exported
from sayso.packing import plain


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write one article a line."""
    for article in articles:
        try:
            out.write(line(form(article)).encode() + b"\n")
        except ValueError as error:  # a number that is none, which no JSON can hold
            raise DamageError(f"the article {article.article.id}: {error}") from error


def form(exported: Exported) -> dict[str, Any]:
    """Return an article as it holds, in the form of the contract.

    `reading` is what the contract leaves out of the article, `concluded` what rules made of what
    people corrected, `left_out` how many statements the filters left out.
    """
    wanted = frozenset(exported.chosen)
    its = exported.record.only(lambda statement: statement.id in wanted)
    made = its.to_json(exported.sightings)
    if not exported.is_whole:
        made["left_out"] = len(exported.record.statements) - len(its.statements)
    if exported.record is not exported.concluded and exported.is_whole:
        made["concluded"] = _concluded(exported)
    if exported.judgements:
        made["judgements"] = [plain(each) for each in exported.judgements]
    made["reading"] = _reading(exported)
    return made


def _concluded(exported: Exported) -> dict[str, Any]:
    whole = exported.concluded.to_json()
    return {name: whole[name] for name in ("statements", "actors", "places")}


def _reading(exported: Exported) -> dict[str, Any]:
    article = exported.article
    mine = article.sighting.id
    return {
        "title_span": plain(article.title_span),
        "skips": plain(article.skips),
        "sighting": next((n for n, s in enumerate(exported.sightings) if s.id == mine), 0),
        "concluded": [list(each.concluded) for each in exported.sightings],
    }
