"""The filters: what they may be, and which of them choose among the statements of an article."""

import pytest

from sayso.errors import UsageError
from sayso.store import Filters

REFUSED = {
    "no act": {"acts": ("shouts",)},
    "said is one of": {"said": "maybe"},
    "a score is 0 to 1, not nan": {"min_score": float("nan")},
    "a score is 0 to 1, not 2": {"min_score": 2},
    "since is a day": {"since": "March"},
    "until is a day": {"until": "20310314"},
    "nothing is since 2031-03-14": {"since": "2031-03-14", "until": "2031-03-13"},
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_a_filter_cannot_be_is_told(reason):
    with pytest.raises(UsageError, match=reason):
        Filters(**REFUSED[reason])


def test_outlet_and_days_choose_whole_articles():
    assert not Filters(outlet="NWA", since="2031-01-01", until="2031-12-31").among_statements
    for one in ({"entity": "Ruel"}, {"place": "Karsk"}, {"acts": ("asks",)}, {"min_score": 0.1},
                {"words": "grain"}, {"said": "yes"}):  # fmt: skip
        assert Filters(**one).among_statements
