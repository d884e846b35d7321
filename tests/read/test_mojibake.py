"""Broken characters are mended in plain text and pages; what is sound stays as it is."""

import pytest

from sayso.read.mojibake import repaired


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("â€œThe weir holds,â€\x9d said Lena Orsk.", "“The weir holds,” said Lena Orsk."),
        ("Ã¢â‚¬Å“We built it,Ã¢â‚¬Â\x9d he said.", "“We built it,” he said."),
        (
            "The townâ€™s mayor said â€œnot yetâ€ and left.",
            "The town’s mayor said “not yet” and left.",
        ),
        ("A ticket costs Â£40.", "A ticket costs £40."),
        ("Sound — “café’s”.\nBroken â€” line.", "Sound — “café’s”.\nBroken — line."),
    ],
)
def test_broken_characters_are_mended(broken, sound):
    assert repaired(broken) == sound


@pytest.mark.parametrize(
    "text",
    [
        "“Â is a fine letter,” said Åke Lund.",
        "“The café’s résumé”, “naïveté”…",
        "Zuñiga – São Paulo",
    ],
)
def test_a_sound_text_stays_as_it_is(text):
    assert repaired(text) == text
