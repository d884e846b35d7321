"""A pronoun that opens a sentence is whoever the one before brings in as its subject."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# A text whose article has spoken of Olha Brun | whom its last pronoun stands for.
TEXTS = """
<d:<=:Her> neighbour <p:Hanna Stets>> fell. {S:<=:She>} {C:said} {T:so}. | Hanna Stets
<d:<=:Her> rival, <p:Hanna Stets>>, fell. {T:“So,”} {S:<=:she>} {C:said}. | Hanna Stets
But <p:Hanna Stets>, who met <p:Brun>, fell. {S:<=:She>} {C:said} {T:so}. | Hanna Stets
<d:The imam>, <p:Hanna Stets>, fell. {S:<=:She>} {C:said} {T:so}. | Hanna Stets
<d:<p:Brun>'s mother> fell. {T:“So,”} {S:<=:she>} {C:said}. | nobody named
"""
OTHERS = """
<p:Brun> met <p:Hanna Stets>. {S:<=:She>} {C:said} {T:so}. | Olha Brun
<d:<p:Brun>'s brother> fell. {S:<=:She>} {C:said} {T:so}. | Olha Brun
<d:The former governor> fell. {S:<=:She>} {C:said} {T:so}. | Olha Brun
<p:Brun>, <p:D-Ga.>, fell. {S:<=:She>} {C:said} {T:so}. | Olha Brun
"""
OPENING = "<p:Olha Brun> sat. {T9:“No,”} {S9:<=:she>} {C9:said}.\n\n"


def last(marked):
    """Return whom the source of the last statement stands for, and why."""
    article, annotation = read(OPENING + marked)
    given = who_is_who(article, annotation)
    source = max(s.source[0] for s in annotation.statements)
    choice = given.entities.choices[source]
    return choice.cluster.name, choice.why


@pytest.mark.parametrize("line", TEXTS.strip("\n").splitlines())
def test_the_new_subject_is_taken_up(line):
    marked, name = line.split(" | ")
    who, why = last(marked)
    brought_in = name if who else "that one"
    assert why == f"the sentence before brings in {brought_in}"
    assert (who or "nobody named") == name


@pytest.mark.parametrize("line", OTHERS.strip("\n").splitlines())
def test_who_is_no_subject_or_does_not_fit_is_not(line):
    marked, name = line.split(" | ")
    assert last(marked)[0] == name
