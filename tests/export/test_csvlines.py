"""Tables as CSV: what is read back is what was given, and nothing in it is a formula."""

import csv
from io import StringIO

import pytest

from sayso.export.csvlines import csv_lines


def read_back(*rows: list[object]) -> list[list[str]]:
    whole = b"".join(csv_lines(["id", "words"], rows)).decode()  # type: ignore[arg-type]
    header, *read = csv.reader(StringIO(whole, newline=""))
    assert header == ["id", "words"]
    return read


def test_words_come_back_as_they_are() -> None:
    odd = 'He said "no", twice;\nthen left — “so”, שלום'
    assert read_back(["a", odd], ["b", 2], ["c", 0.25], ["d", None]) == [
        *(["a", odd], ["b", "2"], ["c", "0.25"], ["d", ""])
    ]


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "\n=cmd", "\uff1d1", "\x00=1"],
)
def test_what_may_be_a_formula_begins_with_an_apostrophe(formula: str) -> None:
    ((_, cell),) = read_back(["a", formula])
    assert cell[0] == "'"


def test_a_number_is_a_number_and_odd_code_points_are_told() -> None:
    assert read_back(["a", -2]) == [["a", "-2"]]
    assert read_back(["a", "x\ud83dy\x07"]) == [["a", "x\ufffdy␇"]]
    assert read_back(["a", "\x00\x1b[2J"]) == [["a", "␀␛[2J"]]


def test_what_is_no_formula_is_left_as_it_is() -> None:
    for words in ("a=1", "“No,” he said", ""):
        assert read_back(["a", words]) == [["a", words]]


def test_rows_are_streamed() -> None:
    asked: list[int] = []

    def rows():  # type: ignore[no-untyped-def]
        for n in range(250):
            asked.append(n)
            yield [str(n), "word"]

    lines = csv_lines(["id", "words"], rows())
    first = next(lines)
    assert first.count(b"\n") == 101
    assert len(asked) == 100
    assert sum(each.count(b"\n") for each in lines) == 150
