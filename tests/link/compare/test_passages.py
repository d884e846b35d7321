"""Short texts are read whole, long ones by the sentences nearest to the claim."""

from sayso.link.compare.passages import LONG, SENTENCES, passage, sentences


def test_a_short_text_is_read_as_it_is():
    assert passage("Ruel won", " Ruel lost.\n") == " Ruel lost.\n"


def test_of_a_long_text_the_nearest_sentences_are_read_in_their_order():
    filler = "The weather in Karsk stayed mild on Friday, and nobody complained. "
    text = "Ruel won the vote. " + filler * 8 + "The vote that Ruel won was counted again."
    assert len(text) > LONG
    shown = passage("Ruel won the vote", text)
    assert shown.startswith("Ruel won the vote. ")
    assert shown.endswith("The vote that Ruel won was counted again.")
    assert len(list(sentences(shown))) == SENTENCES


def test_sentences_end_at_marks_and_lines():
    assert list(sentences("Mr. Ruel won. He left\n\nFor Karsk")) == [
        *("Mr. Ruel won.", "He left", "For Karsk"),
    ]
