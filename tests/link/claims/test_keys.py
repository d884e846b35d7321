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


def test_statements_of_other_months_meet_where_they_quote_the_same():
    said = '"We shall rebuild every single turbine"'
    one, other = (point(said, date=day, **ABOUT) for day in ("2031-03-01", "2031-06-01"))
    assert keys(one) & keys(other)
    plain = [point("the dam was blown up", date=p.date, **ABOUT) for p in (one, other)]
    assert not keys(plain[0]) & keys(plain[1])


def test_statements_that_share_what_all_of_a_story_have_alone_do_not_meet():
    about = {"topics": ("velmark", "dam", "turbine")}
    assert not keys(point("wages rise in Velmark", **about)) & keys(
        point("Velmark closes harbours", **about)
    )


def test_statements_of_other_matters_do_not_meet():
    one = point("the dam was blown up", topics=("velmark",))
    other = point("wages would rise in May", topics=("budget",))
    assert not keys(one) & keys(other)


def test_keys_depend_on_the_point_alone():
    one = point("the dam of Velmark was blown up", **ABOUT)
    assert keys(one) == keys(point("the dam of Velmark was blown up", speaker="bo", **ABOUT))
    assert all(0 <= key < 1 << 63 for key in keys(one))
