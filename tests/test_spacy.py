"""The component for spaCy, where spaCy is installed."""

import pytest

spacy = pytest.importorskip("spacy")


@pytest.mark.filterwarnings("ignore")
def test_the_component_marks_every_part():
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    doc = nlp("“We never agreed to that,” the minister said on Friday.")
    assert [(s.label_, s.text) for s in doc.spans["sayso"]] == [
        ("SOURCE", "the minister"),
        ("CUE", "said"),
        ("CONTENT", "“We never agreed to that,”"),
    ]
    assert [s.id for s in doc._.statements] == [doc.spans["sayso"][0].id_]


@pytest.mark.filterwarnings("ignore")
def test_the_component_leaves_out_what_was_not_said():
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    doc = nlp("The minister did not say who had closed the bridge.")
    assert doc._.statements == ()
    assert list(doc.spans["sayso"]) == []
