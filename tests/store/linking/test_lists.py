"""Lists of what linking made, by words."""

from pathlib import Path

import pytest

from sayso.store import Store


@pytest.mark.parametrize("words", ['"', "...", "\0", "\ufffd"])
def test_nothing_has_what_is_no_word(linked_record: Path, words: str) -> None:
    with Store.open(linked_record) as store:
        assert len(list(store.claims(words=" "))) > 1
        assert list(store.claims(words=words)) == []
        assert store.with_words(words, most=10) == set()
