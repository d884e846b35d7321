"""A pair's tokens: both texts between marks, each with its number, cut where they are too long."""

from corpora.across import pairs
from sayso.link.compare.tokens import (
    CLAIM_TOKENS,
    CLS,
    RELATIONS,
    SAMENESS,
    SEP,
    TEXT_TOKENS,
    in_order,
    tokens_of,
)
from sayso.networks import load_tokenizer


def test_labels_are_those_of_the_corpora():
    assert (RELATIONS, SAMENESS) == (pairs.RELATIONS, pairs.SAMENESS)


def test_tokens_of_a_pair():
    tokenizer = load_tokenizer()
    claim, text = "Ruel has won", "He lost"
    one, two = tokens_of(tokenizer, [(claim, text), (text, claim)])
    sizes = [len(tokenizer.encode(each, add_special_tokens=False).ids) for each in (claim, text)]
    assert one.segments.tolist() == [0] * (sizes[0] + 2) + [1] * (sizes[1] + 1)
    assert one.ids[0] == CLS
    assert [i for i, token in enumerate(one.ids) if token == SEP] == [
        sizes[0] + 1,
        len(one.ids) - 1,
    ]
    assert sorted(one.ids) == sorted(two.ids)
    assert one.ids.tolist() != two.ids.tolist()


def test_long_texts_are_cut():
    (tokens,) = tokens_of(load_tokenizer(), [("claim " * 500, "text " * 500)])
    assert len(tokens.ids) == CLAIM_TOKENS + TEXT_TOKENS + 3


def test_the_order_of_two_texts_means_nothing():
    assert in_order("the dam has broken", "a flood") == ("a flood", "the dam has broken")
    assert in_order("b", "a") == in_order("a", "b") == ("a", "b")
