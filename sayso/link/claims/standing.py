"""What a statement is to some statements of a claim -> whether it turns against the claim."""

from collections.abc import Sequence

_PLAIN = 0.5  # score from which on one statement of a claim is enough
_FEW = 2  # statements of which one is
_SHARE = 0.3  # of the statements of a claim, that it turns against, if none is plain


def turns_against(scores: Sequence[float], alike: int, size: int) -> bool:
    """Tell whether a statement turns against a claim of `size` statements.

    `scores` are of those of them that it turns against, `alike` is how many it is alike: one
    chance pair is no denial of all the others.
    """
    if not scores or alike > len(scores):
        return False
    return max(scores) >= _PLAIN or size <= _FEW or len(scores) >= _SHARE * size
