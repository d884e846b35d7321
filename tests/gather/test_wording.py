"""Words that somebody points at, and where the article has them."""

import pytest

from sayso.errors import UsageError
from sayso.gather.wording import located, words_of
from sayso.records import Span

TEXT = "The dam holds, said Teren.\n\nVasc said the dam holds … for now, and the\ndam is closed."


@pytest.mark.parametrize(
    ("words", "near", "passages"),
    [
        ("The dam", 0, ["The dam"]),
        ("dam holds", 0, ["dam holds"]),
        ("dam holds", 60, ["dam holds"]),
        ("  the dam   is closed. ", 0, ["the\ndam is closed."]),
        ("dam holds … for now", 0, ["dam holds … for now"]),
        ("The dam … said Teren", 0, ["The dam", "said Teren"]),
        ("Vasc ... closed", 0, ["Vasc", "closed"]),
        ("", 0, []),
        (" \n ", 0, []),
    ],
)
def test_words_stand_where_the_text_has_them(words: str, near: int, passages: list[str]) -> None:
    assert [TEXT[start:end] for start, end in located(TEXT, words, near)] == passages


def test_of_several_places_the_nearest_is_meant() -> None:
    first, second = TEXT.index("dam holds"), TEXT.rindex("dam holds")
    assert located(TEXT, "dam holds", 0)[0][0] == first
    assert located(TEXT, "dam holds", second + 3)[0][0] == second


@pytest.mark.parametrize("words", ["the damn", "The dam … the moon", "dam.*closed", "…"])
def test_words_that_it_has_not_are_refused(words: str) -> None:
    text = TEXT.replace("…", "then")
    with pytest.raises(UsageError, match="no such words"):
        located(text, words, 0)


@pytest.mark.parametrize("spans", [((0, 7),), ((0, 7), (15, 25)), ((69, 85),), ()])
def test_words_that_are_shown_are_taken_back(spans: tuple[tuple[int, int], ...]) -> None:
    every = tuple(Span(*each) for each in spans)
    near = spans[0][0] if spans else 0
    assert located(TEXT, words_of(TEXT, every), near) == [list(each) for each in spans]
