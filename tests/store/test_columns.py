"""Values and rows: what lies in which column."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import pytest
from sqlalchemy import Column, Float, Integer, MetaData, Table, create_engine, insert, select

from sayso.errors import DamageError
from sayso.records import Moment, Span, Spans
from sayso.store.columns import Columns
from sayso.store.verbatim import Verbatim, VerbatimJson


class Point(NamedTuple):
    """A value without a name of its own in the tables."""

    x: float
    y: float | None


@dataclass(frozen=True, slots=True)
class Sample:
    """A value with a field of each kind."""

    name: str
    span: Span
    other: Span | None
    day: Moment | None
    at: Point
    spans: Spans
    packed: Moment | None
    far: tuple[str, ...]


METADATA = MetaData()
NEAR = Table(
    "near",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("name", Verbatim),
    *(Column(f"{name}_{end}", Integer) for name in ("span", "other") for end in ("start", "end")),
    *(Column(f"at_{name}", Float) for name in "xy"),
    Column("spans", VerbatimJson),
)
BESIDE = Table(
    "beside",
    METADATA,
    Column("number", Integer, primary_key=True),
    *(Column(f"day_{name}", Verbatim) for name in ("start", "end", "grain")),
    Column("packed", VerbatimJson),
)
SAMPLE = Columns(Sample, NEAR, BESIDE)
DAY = Moment("2031-03-01", "2031-03-02", "day", "2031-03-01T09:30:00Z")
FULL = Sample(
    "\ud800", Span(1, 2), Span(3, 4), DAY, Point(0.5, None), (Span(5, 6),), DAY, ("far", "away")
)
EMPTY = Sample("", Span(0, 0), None, None, Point(1.0, 2.0), (), None, ())


def test_a_value_has_a_row() -> None:
    assert SAMPLE.row(FULL) == {
        "name": "\ud800",
        "span_start": 1,
        "span_end": 2,
        "other_start": 3,
        "other_end": 4,
        "day_start": "2031-03-01",
        "day_end": "2031-03-02",
        "day_grain": "day 2031-03-01T09:30:00Z",
        "at_x": 0.5,
        "at_y": None,
        "spans": ((5, 6),),
        "packed": {
            "start": "2031-03-01",
            "end": "2031-03-02",
            "grain": "day",
            "time": "2031-03-01T09:30:00Z",
        },
    }
    assert SAMPLE.row(EMPTY)["other_start"] is SAMPLE.row(EMPTY)["day_grain"] is None
    assert set(SAMPLE.row(FULL, BESIDE)) == {"day_start", "day_end", "day_grain", "packed"}


def test_values_come_back_from_joined_tables() -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    values = [FULL, EMPTY]
    with engine.begin() as connection:
        for table in (NEAR, BESIDE):
            connection.execute(insert(table), [SAMPLE.row(each, table) for each in values])
        both = NEAR.join(BESIDE, NEAR.c.number == BESIDE.c.number)
        rows = connection.execute(select(*SAMPLE.columns).select_from(both)).all()
    engine.dispose()
    read = [SAMPLE.value(row, far=value.far) for row, value in zip(rows, values, strict=True)]
    assert read == values


def test_a_field_without_a_column_must_be_given() -> None:
    assert "far" not in SAMPLE.row(FULL)
    assert "number" not in {column.name for column in SAMPLE.columns}


@pytest.mark.parametrize("measure", [float("inf"), float("-inf")])
def test_a_measure_without_end_is_damage(measure: float) -> None:
    row = replace(FULL, at=Point(measure, None))
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with engine.begin() as connection:
        for table in (NEAR, BESIDE):
            connection.execute(insert(table), [SAMPLE.row(row, table)])
        both = NEAR.join(BESIDE, NEAR.c.number == BESIDE.c.number)
        kept = connection.execute(select(*SAMPLE.columns).select_from(both)).one()
    engine.dispose()
    with pytest.raises(DamageError, match="at holds"):
        SAMPLE.value(kept, far=row.far)
