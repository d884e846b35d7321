"""Values as bytes."""

import pytest

from sayso.linked import Copy, Passage
from sayso.packing import as_json, from_json, packed, unpacked

COPY = Copy(
    "a", "b", ("1", "2"), "partial", 1.0, 0.5, "", 0.9, "“é”", "a", (Passage((0, 5), (7, 12)),)
)


@pytest.mark.parametrize(("write", "read"), [(packed, unpacked), (as_json, from_json)])
def test_values_come_back(write, read):
    assert read(write(COPY), Copy) == COPY
    with pytest.raises(ValueError, match=r"\w"):
        read(b"[", Copy)


def test_equal_sets_are_equal_bytes():
    numbers = [str(n) for n in range(100)]
    assert packed(frozenset(numbers)) == packed(frozenset(reversed(numbers)))
