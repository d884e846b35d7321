"""The flat row: every column holds what its name says."""

from sayso.export.formats.flat import COLUMNS, flat, joined
from sayso.linked import AGAINST


def test_columns_have_names_of_their_own_and_say_what_they_hold():
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
    assert all(column.what for column in COLUMNS)


def test_values_are_of_the_kind_that_the_column_names(rows):
    for row in rows:
        for column in COLUMNS:
            value = column.of(row)
            assert isinstance(value, column.kind) or (column.kind is float and value is None)


def test_a_row_tells_what_was_not_said_what_is_denied_and_what_was_judged(rows):
    made = [flat(row) for row in rows]
    assert {each["said"] for each in made} >= {"yes", "no"}
    denied = [(each, row) for each, row in zip(made, rows, strict=True) if each["denied_by"]]
    assert denied
    for each, row in denied:
        assert set(each["denied_by"]) == {a.statement for a in row.answers if a.kind in AGAINST}
    judged = [each for each in made if each["judged"]]
    assert [each["act"] for each in judged][:1] == ["denies"]
    (renamed,) = (each for each in judged if each["speaker"] == ["Ada Brenn"])
    assert renamed["speaker_score"] is None  # what people judged has no score
    assert renamed["score"] is not None
    assert all("judged by mira" in each["judged"][0] for each in judged)


def test_several_words_are_joined_for_one_cell():
    assert joined(["a", "b"]) == "a; b"
    assert joined(0.5) == 0.5
    assert joined([]) == ""
