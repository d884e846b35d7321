"""The many words by which outlets hear and pass on, told by sentences of an invented dispute."""

import pytest

from tests.resolve.chain.wording import chains_of, links_of

# A marked sentence -> links, addressee.
HEARING = [
    ("{S:Halvard} {C:insisted} again to the Courier {T:that it sails}.", "Courier told", ""),
    ("{S:Halvard} rang the Courier to {C:say} {T:that it sails}.", "Courier told", ""),
    ("{S:Halvard} {C:told} readers of the Courier {T:that it sails}.", "Courier told", ""),
    ("{S:Halvard} {C:told} Sunday’s Courier {T:that it sails}.", "Courier told", ""),
    ("On Radio Velna, {S:Halvard} {C:said} {T:that it sails}.", "Radio Velna told", ""),
    ("In a call with the Courier, {S:Halvard} {C:said} {T:that it sails}.", "Courier told", ""),
    ("The Courier reached {S:Halvard}, who {C:said} {T:that it sails}.", "Courier told", ""),
    (
        "In an interview for the Sunday edition of the Courier, {S:she} {C:said} {T:it sails}.",
        "Courier told",
        "",
    ),
    (
        "{S:The mayor} {C:told} the investigative site Open Drawer {T:that it sails}.",
        "Open Drawer told",
        "",
    ),
    ("{S:She} {C:told} Mr. Imhof on Friday {T:that it sails}.", "", "Mr. Imhof"),
    (
        "{S:She} {C:apologised} to the Courier {T:for having called it wet}.",
        "",
        "the Courier",
    ),
]

# A marked sentence -> links.
REPORTED = [
    ("{T:They shoot}, {C:said} {S:Radio Velna’s Mila Dorn}.", "Radio Velna reported"),
    ("{S:Radio Velna’s reporter, Mila Dorn,} {C:said} {T:they shoot}.", "Radio Velna reported"),
    ("{S:The Banner's deputy editor} {C:rejected} {T:the criticism}.", ""),
    ("{S:She} {C:said} {T:it waits}, as reported by Norrpress.", "Norrpress reported"),
    ("Norrpress reported that {S:she} {C:had refused} {T:to wait}.", "Norrpress reported"),
    (
        "{S:She} {C:said} {T:it waits}, Radio Velna’s foreign service reported.",
        "Radio Velna reported",
    ),
    ("{S:She} {C:said} {T:it waits} in remarks carried live by state TV.", "state TV reported"),
    ("{S:She} {C:wrote} {T:no} in a letter that the Banner has seen.", "Banner reported"),
    ("The Banner has {S:her} {C:saying} {T:that it waits}.", "Banner reported"),
    ("By then {S:she} {C:had refused} {T:to wait}, in the Banner’s telling.", "Banner according"),
    ("The minutes quote {S:her} {C:as saying} {T:that it waits}.", "The minutes quoted"),
    ("{S:She} {C:had said} {T:it waits}, her sister said.", "her sister reported"),
    (
        "According to minutes seen by the Banner, {S:she} {C:said} {T:it waits}.",
        "Banner according",
    ),
]


@pytest.mark.parametrize(("marked", "links", "addressee"), HEARING)
def test_words_by_which_outlets_hear(marked, links, addressee):
    ((shown_links, _, shown_addressee, _),) = chains_of(marked)
    assert (shown_links, shown_addressee) == (links, addressee)


@pytest.mark.parametrize(("marked", "links"), REPORTED)
def test_words_by_which_outlets_pass_on(marked, links):
    assert links_of(marked) == [links]
