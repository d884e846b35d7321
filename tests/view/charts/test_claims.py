"""The timeline of one claim."""

from sayso.view.charts.claims import of_claim
from tests.view.across.making import answer, claim, known, said

KNOWN = known(
    said(1, "at least 20 were killed", who="the army"),
    said(2, "at least 20 were killed", who="the army", outlet="Courier"),
    said(3, "none of ours was killed", who="Irna Vask", act="denies"),
    said(4, "23 were killed", who="the mission"),
    said(5, "none", who="an aide", act="denies"),
)
CLAIM = claim(
    *("st_1", "st_2"),
    answers=(answer("st_3"), answer("st_4", "conflicts", 0.5), answer("st_5", "denies", 0.2)),
)


def test_a_claim_is_told_denied_and_told_otherwise() -> None:
    view = of_claim(CLAIM, KNOWN)
    assert {each.name: each.total for each in view.series} == {
        "First seen": 1, "Claimed": 2, "Denied": 1, "Said otherwise": 1,
    }  # fmt: skip
    denied = next(each for each in view.series if each.name == "Denied")
    assert [cell.address for cell in denied.cells.values()] == ["/statement/st_3"]
