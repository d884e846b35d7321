"""A claim and a text -> the tokens that the pair model reads, in training and serving."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.networks import Tokenizer

RELATIONS = ("for", "against", "observing", "unrelated")  # of a text to a claim
SAMENESS = ("same", "denies", "conflicts", "unrelated")  # of two statements
CLAIM_TOKENS, TEXT_TOKENS = 72, 144  # what is read of each; three in a thousand are longer
CLS, SEP = 101, 102
_MOST = 4000  # characters in which these tokens stand; the rest is not even cut into pieces
_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of characters, which no tokenizer takes

Ints = NDArray[np.int32]


class Tokens(NamedTuple):
    """The word pieces of a pair, and which of its two texts each belongs to: 0 or 1."""

    ids: Ints
    segments: Ints


def in_order(one: str, other: str) -> tuple[str, str]:
    """Return two texts as they are read where neither is the claim: the shorter one first."""
    a, b = sorted((one, other), key=lambda text: (len(text), text))
    return a, b


def tokens_of(tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> list[Tokens]:
    """Return the tokens of each pair of a claim and a text."""
    claims, texts = (
        tokenizer.encode_batch([_whole(pair[side]) for pair in pairs], add_special_tokens=False)
        for side in (0, 1)
    )
    return [
        _joined(claim.ids[:CLAIM_TOKENS], text.ids[:TEXT_TOKENS])
        for claim, text in zip(claims, texts, strict=True)
    ]


def _whole(text: str) -> str:
    """Return the beginning of a text as a tokenizer takes it."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text[:_MOST])


def _joined(claim: Sequence[int], text: Sequence[int]) -> Tokens:
    ids = np.array([CLS, *claim, SEP, *text, SEP], dtype=np.int32)
    segments = np.zeros(len(ids), dtype=np.int32)
    segments[len(claim) + 2 :] = 1
    return Tokens(ids, segments)
