"""When a statement turns against a claim of several."""

import pytest

from sayso.link.claims.standing import turns_against


@pytest.mark.parametrize(
    ("scores", "alike", "size", "stands"),
    [
        ([], 0, 1, False),
        ([-1.0], 0, 1, True),
        ([-1.0], 0, 13, False),
        ([1.5], 0, 13, True),
        ([-1.0] * 5, 0, 13, True),
        ([-1.0] * 5, 6, 13, False),
    ],
)
def test_one_weak_pair_is_no_denial_of_many(scores, alike, size, stands):
    assert turns_against(scores, alike, size) == stands
