"""The benchmark of origins: how counts are judged."""

import pytest

from bench.tasks.across.origins import Counted
from corpora.across.claims import GoldClaim
from sayso.link.origins.origins import Origins
from sayso.linked import Origin

ORIGIN = Origin("article", "Beacon", ("a1",), "")


@pytest.mark.parametrize(("count", "right"), [(0, False), (1, True), (2, True), (3, False)])
def test_a_count_is_right_where_readers_allow_it(count, right):
    claim = GoldClaim("c", "story", (), (), (), low=1, high=2, independent=1)
    made = Origins((ORIGIN,) * count, count) if count else None
    assert Counted(claim, made).count == count
    assert Counted(claim, made).right is right
