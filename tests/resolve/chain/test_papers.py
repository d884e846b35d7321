"""Who passed on a paper passed on what it says, told by sentences of an invented dispute."""

import pytest

from tests.resolve.chain.wording import links_of

# A marked text -> the links of its last statement.
PAPERS = [
    (
        "The Banner has seen a copy of the letter. In it {S1:Tarsova} {C1:warned} {T1:of rain}.",
        "Banner reported",
    ),
    (
        "She sent a note, the text of which was published by the Lantern. "
        "{T1:“Forty villages,”} {S1:it} {C1:reads}.",
        "Lantern reported",
    ),
    (
        "A file was obtained by the Banner and Radio Velna.\n\n"
        "In the file, {S1:a clerk} {C1:says} {T1:that it rained}.",
        "Banner reported; Radio Velna reported",
    ),
    (
        "The tape was aired by Radio Velna. {S1:Tarsova} {C1:says} on the tape {T1:that it rains}.",
        "Radio Velna reported",
    ),
    (
        "The family of a clerk has released a letter in which {S1:he} {C1:begs} {T1:for help}.",
        "The family of a clerk reported",
    ),
    ("{S1:Tarsova} {C1:said} {T1:it rains}. This was reported by the Banner.", "Banner reported"),
    (
        "{S1:Tarsova} {C1:said} {T1:it rains}. Her remarks were carried by the Banner.",
        "Banner reported",
    ),
    # Who speaks about a paper speaks for himself.
    (
        "The Banner has seen a copy of the letter. {S1:The ministry} {C1:declined} "
        "{T1:to comment on the letter}.",
        "",
    ),
    (
        "The Banner has seen a copy of the letter. {S1:Tarsova} {C1:denied} {T1:the report}.",
        "",
    ),
]


@pytest.mark.parametrize(("marked", "links"), PAPERS)
def test_who_passed_on_a_paper_carries_what_it_says(marked, links):
    assert links_of(marked)[-1] == links


def test_a_paper_goes_on_with_its_channel():
    marked = (
        "The Banner has seen a copy of the letter. In the letter {S1:Tarsova} {C1:says} {T1:it "
        "rains}. {S2:She} {C2:adds} {T2:that it pours}."
    )
    assert links_of(marked) == ["Banner reported"] * 2


def test_who_is_quoted_without_a_word_of_by_whom_is_quoted_by_the_same():
    marked = (
        "{S1:The ministry} {C1:said} {T1:no}, the Banner reported. {S2:Its envoy} "
        "{C2:was quoted as saying} {T2:that it rains}."
    )
    assert links_of(marked) == ["Banner reported"] * 2
