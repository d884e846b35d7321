"""What a group's value tells of how much it is."""

from sayso.link.room import Group
from sayso.link.sizes import sizes
from sayso.linked import Answer, Claim, Entity
from sayso.nodes import GroupRow, SizeRow

ANSWERS = (
    Answer("st_7", "cl_2", "denies", 0.9, ""),
    Answer("st_8", "cl_3", "conflicts", 0.5, ""),
    Answer("st_9", "cl_4", "confirms", 0.6, ""),
    Answer("st_10", "cl_5", "rejects", 0.2, ""),  # it may, and is not counted
)
CLAIM = Claim(
    *("cl_1", "20 were hurt", ("st_1", "st_2"), 2, 3, (), None, ANSWERS),
    *("2031-03-01", "2031-03-04", "At least 20 were hurt"),
)
ENTITY = Entity("en_1", "Ilva Teren", "person", (), ("Ilva Teren",), (), "", "")


def row(number: int, id_: str) -> GroupRow:
    return GroupRow(number, id_, "", "2031-03-01", b"{}")


def test_what_has_a_value_has_sizes() -> None:
    groups = [
        (Group((1,), "cl_1", CLAIM), row(1, "cl_1")),
        (Group((2,), "en_1", ENTITY), row(2, "en_1")),
        (Group((3,), "qu_1", None), row(3, "qu_1")),
        (Group((4,), "co_1", [("a", "b", "NWA", "credited")]), row(4, "co_1")),
    ]
    claim, entity = sizes(groups)
    assert claim == SizeRow(
        *(1, "cl_1", "2031-03-01"),
        last="2031-03-04",
        size=2,
        articles=2,
        outlets=3,
        origins=None,
        answers=3,
        opposed=2,
        against=1,
        words="At least 20 were hurt",
    )
    assert entity == SizeRow(2, "en_1", "2031-03-01", kind="person", words="Ilva Teren")
