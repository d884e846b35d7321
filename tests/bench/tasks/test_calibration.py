"""Whether scores are true: the table of what was measured."""

from bench.reliability import Judged
from bench.tasks.calibration import table


def test_a_table_has_a_row_for_each_bin_and_both_sides_of_the_line() -> None:
    sets = {
        "one": [Judged(0.95, True), Judged(0.95, True), Judged(0.55, False)],
        "other": [Judged(0.95, False)],
    }
    assert list(table("speaker", sets)) == [
        "| speaker score | one | other |",
        "|---|---|---|",
        "| 50 to 60 | 55: 0 (0–79) of 1 |  |",
        "| 90 to 100 | 95: 100 (34–100) of 2 | 95: 0 (0–79) of 1 |",
        "| calibration error | 21.7 | 95.0 |",
        "| below 70 | 0 (0–79) of 1 |  |",
        "| from 70 | 100 (34–100) of 2 | 0 (0–79) of 1 |",
    ]
