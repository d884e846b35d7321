"""What is doubtful, and how that reads."""

import re
from dataclasses import replace

import pytest

from sayso.records import NOWHERE, Place, Span
from sayso.view.actors import actor_views
from sayso.view.doubt import DOUBTFUL, doubts, of_scores
from sayso.view.places import place_views
from tests.notation import read
from tests.view.drafting import Conclusion, Someone, Stage, write

SAID = read("{S1:Ruel} {C1:said} {T1:no in Garth}. {S2:Ruel} {C2:said} {T2:yes in Garth}.")
CAST = [Someone("Ruel", "person")]


@pytest.mark.parametrize(
    ("statement", "speaker", "words"),
    [
        (DOUBTFUL, DOUBTFUL, []),
        (0.69, 0.9, ["statement doubtful (69%)"]),
        (0.9, 0.5, ["speaker doubtful (50%)"]),
        (0.4, 0.3, ["statement doubtful (40%)", "speaker doubtful (30%)"]),
        (0.9, None, []),
    ],
)
def test_below_the_line_words_tell(
    statement: float, speaker: float | None, words: list[str]
) -> None:
    assert [each.words for each in of_scores(statement, speaker)] == words


def test_nobody_is_not_doubtful() -> None:
    record = write(*SAID)
    assert not doubts(record.statements[0], record.provenance[0])


def test_an_actor_shows_what_is_doubtful_of_all_that_it_says() -> None:
    given = [Conclusion(speakers=["Ruel"]), Conclusion(speakers=["Ruel"], sure=0.5)]
    (ruel,) = actor_views(write(*SAID, given, Stage(CAST)))
    assert (ruel.speaks, ruel.doubtful) == ((1, 2), (2,))


@pytest.mark.parametrize(
    ("scores", "words", "notes"),
    [
        ((0.9, 0.8), "Garth", ["", ""]),
        ((0.5, 0.5), "Garth, place doubtful (50%)", ["", ""]),
        ((0.9, 0.5), "Garth", ["", "place doubtful (50%)"]),
        ((0.6, 0.5), "Garth, place doubtful (60%)", ["", "place doubtful (50%)"]),
    ],
)
def test_a_place_is_doubtful_where_its_surest_mention_is(
    scores: tuple[float, float], words: str, notes: list[str]
) -> None:
    text = SAID[0].text
    spans = [Span(*match.span()) for match in re.finditer("Garth", text)]
    garth = replace(NOWHERE, name="Garth")
    places = [
        Place(span, "literal", garth, score, "") for span, score in zip(spans, scores, strict=True)
    ]
    (view,) = place_views(write(*SAID, stage=Stage(places=places)))
    groups = {span: group.note for group in view.mentions.groups for span in group.spans}
    assert (view.words, [groups[span] for span in spans]) == (words, notes)
