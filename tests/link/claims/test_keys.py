"""By which keys points meet."""

import pytest

from sayso.link.claims.keys import keys
from tests.link.claims.notation import point

ABOUT = {"topics": ("velmark", "dam")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the dam of Velmark was blown up", "Ostrania blew up the dam of Velmark"),
        ("the chlorine tanks leaked", "no chlorine had leaked"),
        ('"We shall rebuild every single turbine"', 'they would "rebuild every single turbine"'),
    ],
)
def test_statements_that_share_rare_words_meet(a, b):
    assert keys(point(a, **ABOUT)) & keys(point(b, **ABOUT))


def test_statements_of_other_matters_do_not_meet():
    one = point("the dam was blown up", topics=("velmark",))
    other = point("wages would rise in May", topics=("budget",))
    assert not keys(one) & keys(other)


def test_keys_depend_on_the_point_alone():
    one = point("the dam of Velmark was blown up", **ABOUT)
    assert keys(one) == keys(point("the dam of Velmark was blown up", speaker="bo", **ABOUT))
    assert all(0 <= key < 1 << 63 for key in keys(one))
