"""sayso's own labels know the text that they are about by its hash."""

import pytest

from corpora.conflict import joined
from corpora.documents import text_hash

TEXT = "Tolan denied it if asked."


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({"id": "velmark", "hash": "0"}, ValueError),
        ({"id": "hadrov", "hash": "0"}, FileNotFoundError),
    ],
)
def test_labels_of_another_text_are_refused(row, error):
    with pytest.raises(error, match=row["id"]):
        list(joined([row], {"velmark": TEXT}))


def test_labels_are_joined_with_their_text():
    row = {"id": "velmark", "hash": text_hash(TEXT)}
    assert list(joined([row], {"velmark": TEXT})) == [(row, TEXT)]
