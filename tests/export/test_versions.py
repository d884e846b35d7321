"""What was changed between two states of a text, on a terminal."""

from io import StringIO

from rich.console import Console

from sayso.export.versions import draw_version
from sayso.view.versions import EditView, VersionView

EDITS = (EditView("killing ", "seven", "five", " people"), EditView("", "", "It rained.", " So"))


def drawn(view: VersionView) -> list[str]:
    """Return the lines of a version."""
    out = StringIO()
    draw_version(view, Console(file=out, width=80), 80)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_changes_stand_in_brackets() -> None:
    assert drawn(VersionView("corrected version", True, "Correction note: “x”", EDITS, 3)) == [
        "  Correction note: “x”",
        "  was    killing [seven] people",
        "  now    killing {five} people",
        "  now    {It rained.} So",
        "  and 3 more changes",
    ]


def test_without_a_direction_none_is_before() -> None:
    assert drawn(VersionView("other version", False, "", EDITS[:1], 0)) == [
        "  one    killing [seven] people",
        "  other  killing {five} people",
    ]
