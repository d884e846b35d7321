"""Names of speakers: which form a source has, by the text and the label alone."""

import pytest

from bench.tasks.speaker_names import form
from sayso.records import Span, Statement


@pytest.mark.parametrize(
    ("source", "speaker", "wanted"),
    [
        ("President Ruel", "Ana Ruel", "names"),
        ("the Kremlin", "Government of Russia", "names"),
        ("Ruel's spokesman", "spokesman of Ana Ruel", "descriptions"),
        ("the Skerran foreign minister", "Oren Dahl", "descriptions"),
        ("the head of the Harbour Court", "head of the Harbour Court", "descriptions"),
        ("She", "Ana Ruel", "pronouns"),
        ("", "Ana Ruel", "sourceless"),
    ],
)
def test_form(source: str, speaker: str, wanted: str) -> None:
    """A source is a name only where it names its holder."""
    text = f"{source} said it rained."
    spans = (Span(0, len(source)),) if source else ()
    statement = Statement("s1", "indirect", 1.0, spans, (), (Span(0, 4),), "")
    assert form(text, statement, [speaker]) == wanted
