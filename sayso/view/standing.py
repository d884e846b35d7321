"""Positions, and who is said to hold a place -> lines of text."""

from collections.abc import Iterable, Iterator

from sayso.english.excerpts import shorten
from sayso.linked import HOLDING_KINDS, Holding, Position
from sayso.view.characters import one_line

_WIDE = 140  # characters of a statement's words
_ID = 15  # characters of an article's id
_NEGATED = {"holds": "does not hold", "lost": "has not lost", "claims": "does not claim"}
_PLAIN = {"holds": "holds", "lost": "has lost", "claims": "claims"}


def position_lines(position: Position) -> Iterator[str]:
    """Yield the lines of a position: its topic, then its stances by date, and where it turned."""
    yield f"about {' '.join(position.topic)}"
    turns = {turn.now: turn.why for turn in position.turns}
    for stance in position.stances:
        if stance.statement in turns:
            yield f"  → changed: {one_line(turns[stance.statement])}"
        words = shorten(one_line(stance.words), _WIDE)
        yield f"  {stance.date or '-':10}  {stance.kind:9}  {words}"
        if stance.condition:
            yield f"  {'':23}condition: {one_line(stance.condition)}"
        yield f"  {'':23}{one_line(stance.publisher) or '-'}, {stance.article[:_ID]}"
    yield ""


def holding_lines(holdings: Iterable[Holding]) -> Iterator[str]:
    """Yield who is said to hold a place, then who to have lost it, then who to claim it."""
    every = list(holdings)
    for kind in HOLDING_KINDS:
        mine = [each for each in every if each.kind == kind]
        if mine:
            yield f"{kind}:"
        for each in mine:
            word = (_NEGATED if each.polarity == "neg" else _PLAIN)[kind]
            when = f" ({each.when})" if each.when else ""
            by = one_line(each.by) or "the article"
            yield f"  {each.date or '-':10}  {one_line(each.holder)} {word} {each.place}{when}"
            yield f"  {'':12}according to {by}; {one_line(each.why)}, {each.article[:_ID]}"
