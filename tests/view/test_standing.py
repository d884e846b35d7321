"""Positions, and who holds a place, as lines."""

from sayso.linked import Holding, Position, Stance, Turn
from sayso.records import Span
from sayso.view.standing import holding_lines, position_lines

FIRST = Stance("refuses", "refuses", "st_1", "sha256:a", "to talk", "", "Northwire", "2031-03-14")
THEN = Stance(
    "offers", "offers", "st_2", "sha256:b", "to talk\x1b", "if it rains", "", "2031-04-11"
)


def test_a_position_tells_where_it_turned():
    lines = list(position_lines(Position(("talk",), (FIRST, THEN), (Turn("st_1", "st_2", "why"),))))
    assert lines[0] == "about talk"
    assert [n for n, line in enumerate(lines) if "changed: why" in line] == [3]
    assert any("condition: if it rains" in line for line in lines)
    assert "\x1b" not in "".join(lines)


def held(kind: str, polarity: str, by: str) -> Holding:
    spans = (Span(0, 8), Span(0, 20))
    return Holding("Hadrov", kind, "the army", *spans, polarity, by, "", "sha256:a", "", "", "w")


def test_holding_and_claiming_stand_apart_each_with_its_claimant():
    given = [held("claims", "pos", "Ana"), held("holds", "neg", ""), held("lost", "pos", "Bo")]
    lines = list(holding_lines(given))
    assert [line for line in lines if line.endswith(":")] == ["holds:", "lost:", "claims:"]
    assert "the army does not hold Hadrov" in lines[1]
    assert "according to the article" in lines[2]
    assert "according to Ana" in lines[-1]
