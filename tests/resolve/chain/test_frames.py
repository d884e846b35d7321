"""What is looked at for one statement."""

import pytest

from sayso.resolve.chain.frames import frame_of
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.chain.text import BLANK
from sayso.resolve.layout import Layout
from tests.notation import read


def framed(marked, number):
    """Return the frame of a statement of a marked text."""
    article, annotation = read(marked)
    layout = Layout.of(article, annotation.statements)
    return article, frame_of(number, layout, Outlets(article, annotation.mentions))


TWO = (
    "{S1:Ana} {C1:told} the Courier {T1:that it rained}, while {S2:Bo} {C2:told} NWA"
    " {T2:that it was dry}. It blew."
)


@pytest.mark.parametrize(
    ("number", "region"),
    [(0, "Ana told the Courier _, while "), (1, ", while Bo told NWA _.")],
)
def test_no_other_speakers_statement_stands_in_a_region(number, region):
    _, frame = framed(TWO, number)
    words = frame.region.of(frame.text)
    shown = "_".join(part for part in words.split(BLANK) if part)
    assert shown.strip() in {region.strip(), region.strip(" ,.")}


def test_contents_are_blanked_out_and_phrases_stand_beside():
    article, frame = framed(TWO, 0)
    assert BLANK * len("that it rained") in frame.text
    names = [frame.in_article(p.span).of(article.text) for p in frame.phrases]
    assert "Courier" in names
    assert [frame.in_article(span).of(article.text) for span in frame.cue] == ["told"]
    assert {frame.in_article(span).of(article.text) for span in frame.foreign} == {"Bo", "told"}


def test_a_pronoun_is_led_by_what_stands_before_it_in_the_paragraph():
    marked = "The Courier spoke to the mayor of Almis. {S:She} {C:said} {T:that it rained}."
    _, frame = framed(marked, 0)
    assert frame.lead.of(frame.text).strip() == "The Courier spoke to the mayor of Almis."
    assert framed(marked.replace("{S:She}", "{S:Ana}"), 0)[1].lead is None
