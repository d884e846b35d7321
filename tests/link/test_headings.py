"""Which words head a claim."""

import pytest

from sayso.link.headings import Candidate, heading, sentences_for
from tests.link.positions.test_control import record

# What is said | the sentence that stands for it, where it needs one.
ALONE = [
    "the dam holds",
    "that the dam held",
    "“The dam has held,”",
    "Ostrania will not leave Hadrov",
    "three people were killed",
    "at least 20 soldiers were killed",
    "About forty sheep had drowned",
]
IN_NEED = [
    "the charge",
    "the estuary",
    "a day of mourning",
    "to meet any envoy",
    "Velmark on the burnt quay this week",
    "the shelling a fabrication",
    "it was a lie",
    "“We will rebuild the quay,”",
    "their guns had fired",
    "the accusation that its artillery had fired",
    "any knowledge of what took place in the quay",
    "any involvement in what was burnt",
    "on the quay it was burnt",
    "about the burnt quay nobody had asked",
    "over the bridge they had come",
]


@pytest.mark.parametrize("words", ALONE)
def test_a_clause_stands_alone(words):
    assert sentences_for(record(f"It rained. {{S:Ana}} {{C:said}} {{T:{words}}}. So.", "Ana")) == (
        "",
    )


@pytest.mark.parametrize("words", IN_NEED)
def test_what_is_no_clause_of_its_own_has_its_sentence(words):
    made = record(f"It rained. {{S:Ana}} {{C:said}} {{T:{words}}} then. So.", "Ana")
    assert sentences_for(made) == (f"Ana said {words} then.",)


def test_the_best_words_head_a_claim():
    def chosen(*words: str) -> str:
        return heading(Candidate(each.lstrip("*"), each.startswith("*")) for each in words)

    assert chosen("that the dam holds,") == "The dam holds"
    assert chosen("“The dam holds,”", "the dam holds") == "The dam holds"
    assert chosen("the dam holds", "the dam at Velmark holds") == "The dam at Velmark holds"
    assert chosen("*Ana Ruel denied the charge.", "the dam holds") == "The dam holds"
    assert chosen("the dam stands", "the dam holds", "that the dam holds") == "The dam holds"
    assert chosen("the dam stands", "the dam holds") == "The dam stands"
    assert chosen("") == ""
