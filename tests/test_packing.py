"""Values as bytes."""

from dataclasses import replace

import pytest

from sayso.linked import Copy, Passage
from sayso.packing import all_of, as_json, from_json, packed, unpacked

COPY = Copy(
    "a", "b", ("1", "2"), "partial", 1.0, 0.5, "", 0.9, "“é”", "a", (Passage((0, 5), (7, 12)),)
)


@pytest.mark.parametrize(("write", "read"), [(packed, unpacked), (as_json, from_json)])
def test_values_come_back(write, read):
    assert read(write(COPY), Copy) == COPY
    with pytest.raises(ValueError, match=r"\w"):
        read(b"[", Copy)


@pytest.mark.parametrize(("write", "read"), [(packed, unpacked), (as_json, from_json)])
@pytest.mark.parametrize("odd", ["\ud800", "\udfff\udc00"])
def test_what_has_no_utf_8_comes_back_replaced(write, read, odd):
    copy = replace(COPY, why=f"a{odd}z", given=(odd, "2"))
    instead = "\ufffd" * len(odd)
    assert read(write(copy), Copy) == replace(COPY, why=f"a{instead}z", given=(instead, "2"))
    sets = (frozenset([odd, "b", "a"]), b"\xff")
    if write is packed:
        assert write(sets) == write((frozenset(["a", "b", instead]), b"\xff"))


def test_equal_sets_are_equal_bytes():
    numbers = [str(n) for n in range(100)]
    assert packed(frozenset(numbers)) == packed(frozenset(reversed(numbers)))


def test_all_values_of_a_type_are_those_however_deep():
    assert list(all_of(Passage, COPY)) == list(COPY.passages)
    assert list(all_of(str, ("a", (1, ("b",)), None))) == ["a", "b"]
