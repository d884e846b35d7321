"""The whole view of a record: entries agree with the notes in the text."""

from hypothesis import given

from sayso.records import Record
from sayso.view.characters import ODD
from sayso.view.record import record_view
from tests.view.drafting import talks
from tests.view.random_records import records


@given(records())
def test_every_entry_and_remark_has_its_words_noted_in_the_text(record: Record) -> None:
    view = record_view(record)
    pieces = [piece for block in view.blocks for piece in block.pieces]
    noted = {(note.kind, note.number, note.span) for piece in pieces for note in piece.notes}
    entries = [("place", place) for place in view.places] + [("time", time) for time in view.times]
    wanted = {(kind, e.number, span) for kind, e in entries for span in e.spans}
    wanted |= {("words", 0, step.span) for s in view.statements for step in s.chain}
    wanted |= {("words", 0, span) for actor in view.actors for span in actor.mentions.spans}
    assert {each for each in wanted if each[2].start < each[2].end} <= noted


@given(records())
def test_no_line_holds_an_odd_character(record: Record) -> None:
    view = record_view(record)
    for statement in view.statements:
        words = (statement.speaker, statement.nobody, statement.content, statement.way)
        assert not ODD.search(" ".join((*words, statement.act.words)))
    for place in view.places:
        assert not ODD.search(" ".join((place.name, place.short, *place.reasons)))
    for time in view.times:
        assert not ODD.search(" ".join((time.meaning, time.value, *time.reasons)))


def test_the_model_is_named_with_its_version() -> None:
    assert record_view(talks()).model == "sayso-en 1.0"
