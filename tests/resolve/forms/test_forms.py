"""What the layout makes plain stands beside what the encoder found."""

from sayso.records import ModelInfo
from sayso.resolve import Resolver
from tests.notation import read

RESOLVER = Resolver()


def who(marked):
    """Return the words and the speakers' names of each statement."""
    article, annotation = read(marked)
    record = RESOLVER(article, annotation, ModelInfo("test", "1"))
    names = {actor.id: actor.name for actor in record.actors}
    return [
        (s.content[0].of(article.text), [names[a] for a in p.speakers])
        for s, p in zip(record.statements, record.provenance, strict=True)
    ]


def test_the_label_of_a_turn_says_who_speaks():
    marked = (
        "<p:Ana Ruel> met <p:Orlan Dece>.\n\nRUEL: It is.\n\nDECE: {T:It is not.}\n\nRUEL: Why?"
    )
    assert who(marked) == [
        ("It is.", ["Ana Ruel"]),
        ("It is not.", ["Orlan Dece"]),
        ("Why?", ["Ana Ruel"]),
    ]


def test_what_is_reported_inside_a_turn_stays():
    marked = (
        "<p:Ana Ruel> met <p:Orlan Dece>.\n\nRUEL: It is.\n\n"
        "DECE: {S:<p:Lena Orsk>} {C:says} {T:it rains}.\n\nRUEL: Why?"
    )
    assert ("it rains", ["Lena Orsk"]) in who(marked)


def test_answers_are_the_one_person_interviewed():
    marked = (
        "An interview with <p:Ana Ruel>\n\nShe runs the dam.\n\nIs it safe?\n\nI think so.\n\n"
        "Would you live below it?\n\nI do live below it."
    )
    assert who(marked) == [("I think so.", ["Ana Ruel"]), ("I do live below it.", ["Ana Ruel"])]


def test_an_article_that_asks_itself_is_no_interview():
    marked = (
        "<p:Ana Ruel> resigned.\n\n"
        "Q: Why did she?\n\nA: A bolt broke.\n\nQ: Who pays?\n\nA: The town."
    )
    assert who(marked) == []


def test_labelled_answers_are_of_whom_a_conversation_above_names():
    marked = "An interview with <p:Ana Ruel>, head of the dam.\n\nQ: How long?\n\nA: Nine days."
    assert who(marked) == [("Nine days.", ["Ana Ruel"])]


def test_the_author_of_a_letter_says_what_it_says():
    marked = (
        "Dear all,\n\n{S:I} {C:am confident} {T:that it holds}.\n\nYours sincerely,\n\n<p:Ana Ruel>"
    )
    assert who(marked) == [("that it holds", ["Ana Ruel"])]


def test_a_bare_question_is_nobody_s():
    marked = "QUESTION: Is it?\n\n<p:ANA RUEL>: It is.\n\nQUESTION: Why?\n\n<p:ANA RUEL>: So."
    assert who(marked)[0] == ("Is it?", [])
    assert who(marked)[1] == ("It is.", ["Ana Ruel"])
