"""Where one is in a text: sentence, paragraph, inside whose words, at a sentence's beginning."""

import pytest

from sayso.records import Article, Span
from sayso.resolve.layout import Layout
from tests.notation import read


def place(marked):
    article, annotation = read(marked)
    return Layout.of(article, annotation.statements)


def sentences(text):
    layout = Layout.of(Article(text, "test"), ())
    return [sentence.of(text) for sentence in layout.sentences]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rained. Ana left.", ["It rained.", "Ana left."]),
        ("It rained! “Go.” Did she?", ["It rained!", "“Go.”", "Did she?"]),
        ("Mr. Ruel met Dr. Tarn and Mrs. Quist. He left.", None),
        ("Signe M. Halvard left. He stayed.", ["Signe M. Halvard left.", "He stayed."]),
        ("A headline\n\nThe text.", ["A headline", "The text."]),
        ("It grew by 2.5 metres. So.", ["It grew by 2.5 metres.", "So."]),
        ("(It rained.) So.", ["(It rained.)", "So."]),
        ("no end", ["no end"]),
        ("", [""]),
        ("\n\n", ["\n\n"]),
        ("  It rained. \n \n Ana left.  ", ["It rained.", "Ana left."]),
        ("She met Gen. Ruel, e.g. in Hadrov.", ["She met Gen. Ruel, e.g. in Hadrov."]),
        ("“Who?” he asked. “Me.”", ["“Who?” he asked.", "“Me.”"]),
    ],
)
def test_sentences(text, parts):
    wanted = parts or ["Mr. Ruel met Dr. Tarn and Mrs. Quist.", "He left."]
    assert sentences(text) == wanted


def test_numbers_of_sentences_and_paragraphs():
    text = "One. Two.\n\nThree."
    layout = Layout.of(Article(text, "test"), ())
    assert [layout.sentence(text.index(w)) for w in ("One", "Two", "Three")] == [0, 1, 2]
    assert [layout.paragraph(text.index(w)) for w in ("One", "Two", "Three")] == [0, 0, 1]
    assert layout.sentence(len(text)) == 2


def test_inside_whose_words():
    marked = "{S1:Ana} {C1:said}: {T1:“It is late.”} {S2:Bo} {C2:said} {T2:he knew}."
    layout = place(marked + " {T3:“I go,”} {S3:he} {C3:said}.")
    at = layout.text.index
    assert layout.speech(at("It is late")) == 0
    assert layout.speech(at("“It is late")) == 0
    assert layout.speech(at("Ana")) is None
    assert layout.speech(at("he knew")) is None  # indirect
    assert layout.speech(at("I go")) == 2
    assert layout.speech(at("he said")) is None
    assert layout.speech(len(layout.text)) is None


def test_only_the_quoted_part_of_mixed_words_is_speech():
    layout = place("{S:Ana} {C:said} {T:it was late,} and {T:“no one came”}.")
    assert layout.speech(layout.text.index("late")) is None
    assert layout.speech(layout.text.index("no one")) == 0


@pytest.mark.parametrize(
    ("words", "opens"),
    [("Ana", True), ("Bo", True), ("Cy", False), ("Dora", True), ("Edda", False)],
)
def test_subjects_open_their_sentence(words, opens):
    text = "Ana left. But then Bo came and saw Cy. “Dora is here,” said old Mrs. Edda."
    start = text.index(words)
    layout = Layout.of(Article(text, "test"), ())
    assert layout.opens(Span(start, start + len(words))) is opens


def test_sources_and_sentences_of_statements():
    layout = place("It rained. {S1:Ana} {C1:said} {T1:so}. {S2:Bo} {C2:said} {T2:no}.")
    assert {span.of(layout.text) for span in layout.sources} == {"Ana", "Bo"}
    assert [layout.sentence(span.start) for span in layout.extents] == [1, 2]


def test_statements_inside_others_are_passed_over():
    layout = place(
        "{S1:Ana} {C1:said} {T1:that {S2:Bo} {C2:denied} {T2:that it rained}}."
        " {S3:Cy} {C3:left word} {T3:that it did}."
    )
    assert layout.outer == (None, 0, None)
    assert layout.beside(2, -1) == 0
    assert layout.beside(0, 1) == 2
    assert layout.beside(0, -1) is None
    assert layout.beside(2, 1) is None


def test_words_after_a_quotation_inside_a_quotation_are_the_outer_ones():
    layout = place("{S1:Ana} {C1:said}: {T1:“{S2:Bo} {C2:said} {T2:‘no’} and I left.”}")
    assert layout.speech(layout.text.index("I left")) == 0


HELD = (
    "It rained. {S1:Ana} {C1:said} {T1:that {S2:Bo} {C2:denied} {T2:that {S3:Cy} {C3:knew}"
    " {T3:it}}}. It was dry. {S4:Dora} {C4:left}: {T4:so}."
)


def test_the_statements_that_one_stands_in():
    layout = place(HELD)
    assert [layout.ancestors(n) for n in range(4)] == [[], [0], [1, 0], []]


@pytest.mark.parametrize(
    ("words", "near"),
    [("It rained", []), ("Ana", [0]), ("Cy knew", [0, 1, 2]), ("dry. Dora", [3]), ("It was", [])],
)
def test_the_statements_that_reach_into_a_span(words, near):
    layout = place(HELD)
    start = layout.text.index(words)
    assert layout.near(Span(start, start + len(words))) == near


@pytest.mark.parametrize(
    ("words", "around"),
    [
        ("rained", "It rained."),
        ("rained. Ana", "It rained. Ana left."),
        (" Ana", "It rained. Ana left."),
        ("Bo", "Bo stayed."),
    ],
)
def test_the_sentences_around_a_span(words, around):
    layout = Layout.of(Article("It rained. Ana left.\n\nBo stayed.", "test"), ())
    start = layout.text.index(words)
    assert layout.around(Span(start, start + len(words))).of(layout.text) == around
