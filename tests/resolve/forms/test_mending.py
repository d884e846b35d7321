"""What the encoder cut across the grammar is made whole."""

from dataclasses import replace

import pytest

from sayso.records import Span
from sayso.resolve.forms.mending import mended
from tests.notation import read


def whole(marked):
    """Return the sources and contents of a marked text once it is mended, and its names."""
    article, annotation = read(marked)
    made = mended(article, annotation)
    said = [
        (" … ".join(s.of(article.text) for s in each.source),
         " … ".join(s.of(article.text) for s in each.content))
        for each in made.statements
    ]  # fmt: skip
    return said, [m.span.of(article.text) for m in made.mentions]


SAID = [
    # Whoever is quoted speaks.
    (
        "<p:Ana Ruel> {C:was quoted by} {S:the Post} as saying {T:it was late}.",
        ("Ana Ruel", "it was late"),
    ),
    ("<p:Ana Ruel> {C:was praised by} {S:the Post} for {T:it}.", ("the Post", "it")),
    # What a live page puts before an entry is no part of it.
    ("{T:14:20 It rains}, {S:Ruel} {C:says}.", ("Ruel", "It rains")),
    ("{T:9.05 pm GMT – It rains}, {S:Ruel} {C:says}.", ("Ruel", "It rains")),
    ("{T:14 people fled}, {S:Ruel} {C:says}.", ("Ruel", "14 people fled")),
    # A question that was not answered is part of what tells so.
    (
        "KARSK, May 3 (NWA) -- It has not told {T:whether it rained}, {S:Ruel} {C:said}.",
        ("Ruel", "It has not told whether it rained"),
    ),
    # A source ends where its sentence does.
    (
        "It rained, according to the official {S:NWA. Skerra} {C:said} {T:no}.",
        ("Skerra", "no"),
    ),
    ("{T:“No,”} {C:said} {S:the commander. Tarn} left.", ("the commander", "“No,”")),
    ("“No,” said {S:the commander. Tarn} {C:said} {T:so}.", ("Tarn", "so")),
    # A verb is nobody.
    ("Ruel was said to {S:have said} {C:that} {T:it rained}.", ("", "it rained")),
    # What a draft has somebody say is that one's.
    (
        "{T:“We go,” Ruel will tell the men}, {C:according to} {S:a draft}.",
        ("Ruel", "“We go,”"),
    ),
    (
        "{T:“We go,” the envoys are about to tell him}, {C:according to} {S:a draft}.",
        ("the envoys", "“We go,”"),
    ),
    (
        "{T:“We go,” Ruel will tell the men}, {C:according to} {S:Bo}.",
        ("Bo", "“We go,” Ruel will tell the men"),
    ),
    ("{S:Gen. Karel Dvorn} {C:said} {T:no}.", ("Gen. Karel Dvorn", "no")),
    ("{S:Sens. Ana Ruel} {C:said} {T:no}.", ("Sens. Ana Ruel", "no")),
    ("{S:A.N.S. Ruel} {C:said} {T:no}.", ("A.N.S. Ruel", "no")),
    ('{S:Ruel, author of "An Order."} {C:said} {T:no}.', ('Ruel, author of "An Order."', "no")),
    # What goes before "that" where the cue comes behind.
    (
        "It is late. The rebels deny {T:that they plan a raid}, {S:she} {C:noted}.",
        ("she", "The rebels deny that they plan a raid"),
    ),
    (
        "But Karsk says {T:that it rained}, {S:she} {C:noted}.",
        ("she", "Karsk says that it rained"),
    ),
    ("{S:She} {C:noted} {T:that it rained}.", ("She", "that it rained")),
    # What the sentence before gives to somebody else.
    (
        "{T:It rained}, NWA reported. {S:Bo} {C:said} {T:he saw it}.",
        ("Bo", "he saw it"),
    ),
    (
        "{T:It rained}. {S:Bo} {C:said} {T:he saw it}.",
        ("Bo", "It rained … he saw it"),
    ),
    # Whoever is asked does not ask.
    ("<d:The army> {C:asked} {S:allies} for {T:shells}.", ("The army", "allies for shells")),
    ("He came and {C:asked} {S:allies} for {T:shells}.", ("", "allies for shells")),
    ("So {C:asked} {S:Ruel}: {T:who fell}?", ("Ruel", "who fell")),
    # A condition is part of what is said.
    (
        "It rained. If Bo says {T:no, it falls}, {S:Ruel} {C:said}.",
        ("Ruel", "If Bo says no, it falls"),
    ),
    ("Bo says {T:no, it falls}, {S:Ruel} {C:said}.", ("Ruel", "no, it falls")),
    ("If Bo falls, {T:it is late}, {S:Ruel} {C:said}.", ("Ruel", "it is late")),
]


@pytest.mark.parametrize(("marked", "expected"), SAID)
def test_a_statement_is_made_whole(marked, expected):
    (said,), _ = whole(marked)
    assert said == expected


def test_a_name_ends_where_its_sentence_does():
    _, names = whole("It rained, says <p:NWA. Karel Dvorn> of it.")
    assert names == ["NWA", "Karel Dvorn"]
    _, names = whole("It rained, says <p:Gen. Karel Dvorn> of it.")
    assert names == ["Gen. Karel Dvorn"]


HEADLINES = [
    ("{S:Interview}{C::} {T:'I would go'}", ("", "'I would go'")),
    ("{T:'They lied'}{C::} {S:a mother's search for it}", ("", "'They lied'")),
    ("{T:'They lied'}{C::} {S:<p:Ana Ruel>}", ("Ana Ruel", "'They lied'")),
    ("{T:'They lied'}{C::} {S:<p:the army's spokesman>}", ("the army's spokesman", "'They lied'")),
]


@pytest.mark.parametrize(("marked", "expected"), HEADLINES)
def test_a_headline_without_a_speaker_has_none(marked, expected):
    article, annotation = read(marked)
    article = replace(article, title_span=Span(0, len(article.text)))
    (each,) = mended(article, annotation).statements
    source = " ".join(s.of(article.text) for s in each.source)
    assert (source, each.content[0].of(article.text)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{T1:“We came,”} {S1:Ruel} {C1:says}. {T1:“From what?”} {S2:Tarn} {C2:asks} {T2:“it”}",
            [("Ruel", "“We came,”"), ("Tarn", "“From what?” … “it”")],
        ),
        (
            "{T1:“We came,”} {S1:Ruel} {C1:says}. {T1:“We left.”} {S2:Tarn} {C2:says} {T2:no}.",
            [("Ruel", "“We came,” … “We left.”"), ("Tarn", "no")],
        ),
        (
            "{T1:“A,”} {S1:Ruel} {C1:says}. {T1:“B?”} {S2:Tarn} {C2:asks} {T2:“it”}. {T2:“D?”} "
            "{S3:Orn} {C3:asks} {T3:“so”}",
            [("Ruel", "“A,”"), ("Tarn", "“B?” … “it”"), ("Orn", "“D?” … “so”")],
        ),
    ],
)
def test_a_quotation_belongs_to_the_cue_behind_it(marked, expected):
    said, _ = whole(marked)
    assert said == expected
