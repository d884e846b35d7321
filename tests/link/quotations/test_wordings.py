"""What of a record is compared: words, speakers and days of each statement that was said."""

from dataclasses import replace

from sayso.link.quotations.wordings import Wording, placed, wordings
from sayso.records import Act, Actor, ModelInfo, Moment, Provenance, Record, Span, Timex
from tests.notation import read

DAY = Moment("2031-03-14", "2031-03-14", "day")


def act(said="yes"):
    return Act("asserts", "pos", "certain", (), "", said)


def actor(name, kind="person", of="", number=1):
    return Actor(f"a{number}", name, kind, (), (), of, None, "")


def record(marked, *actors, said=None, speakers=("a1",), said_at=None, published=DAY):
    article, annotation = read(marked, published=published, lang="en")
    count = len(annotation.statements)
    who = Provenance(speakers, 1.0, (), "", None, said_at, "", "")
    acts = tuple(act(each) for each in said or ["yes"] * count)
    return Record(
        article, annotation.statements, acts, (who,) * count, actors, (), (), ModelInfo("m", "1")
    )


def test_a_wording_holds_words_speaker_and_day():
    made = wordings(record("{S:Ana Ruel} {C:said} {T:“We stay.”}", actor("Ana Ruel")))
    (wording,) = made.values()
    assert wording.pieces == ("“We stay.”",)
    assert (wording.names, wording.person, wording.direct) == (("ana ruel",), True, True)
    assert wording.said[0] == wording.said[1]


def test_reprints_word_alike():
    one = record("{S:Ana Ruel} {C:said} {T:“We stay.”}", actor("Ana Ruel"))
    other = record("KARSK {S:Ana Ruel} {C:said} {T:“We stay.”}", actor("Ana Ruel"))
    assert list(wordings(one).values()) == list(wordings(other).values())


def test_what_was_not_said_is_no_wording():
    marked = "{S1:Ana} {C1:said} {T1:it rained}. {S2:Bo} {C2:did not say} {T2:why}."
    assert list(wordings(record(marked, actor("Ana"), said=["yes", "no"]))) == [0]


def test_whom_one_speaks_for_is_a_name_too_and_a_pronoun_none():
    spokesman = actor("Tom Lisk", of="a2")
    ministry = actor("Ministry of Water", "organisation", number=2)
    made = wordings(record("{S:Lisk} {C:said} {T:it rained}", spokesman, ministry))
    assert made[0].names == ("tom lisk", "ministry of water")
    made = wordings(record("{S:She} {C:said} {T:it rained}", actor("She")))
    assert (made[0].names, made[0].person) == ((), False)


def test_a_time_in_the_text_tells_the_day():
    when = Timex(Span(0, 1), "DATE", "2031-03-02", "2031-03-02", "2031-03-02", "")
    marked = "{S:Ana} {C:said} {T:it rained}"
    stated = wordings(record(marked, actor("Ana"), said_at=when))[0].said
    dated = wordings(record(marked, actor("Ana")))[0].said
    assert dated[0] - stated[0] == 12
    assert wordings(record(marked, actor("Ana"), published=None))[0].said is None
    assert wordings(record(marked, actor("Ana"), published=None), "2031-03-14")[0].said == dated


def test_few_words_in_marks_make_no_quotation():
    assert not Wording("mixed", ('it was "very bad" there',)).direct
    assert Wording("mixed", ('it was "very bad indeed" there',)).forms == ("very", "bad", "indeed")


def test_what_is_told_in_another_statement_is_known():
    marked = "{S1:Ana} {C1:said} {T1:{S2:Bo} {C2:swore} {T2:he stayed}}"
    outer, inner = wordings(record(marked, actor("Ana"))).values()
    assert (outer.within, inner.within) == ((inner.number,), (outer.number,))


def test_spans_are_placed_in_the_article():
    content = (Span(10, 14), Span(20, 26))
    assert placed((Span(1, 3),), content) == (Span(11, 13),)
    assert placed((Span(2, 8),), content) == (Span(12, 14), Span(20, 23))


def test_another_language_is_no_other_wording_of_its_own():
    made = record("{S:Ana} {C:said} {T:it rained}, in a translation", actor("Ana"))
    assert wordings(made)[0].translated
    assert wordings(replace(made, article=replace(made.article, lang="fr")))[0].lang == "fr"
