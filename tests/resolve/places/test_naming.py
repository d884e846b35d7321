"""Names of places as the encoder makes them: pieces put together, towns told from people."""

import pytest

from sayso.resolve.places.naming import with_places
from sayso.resolve.places.places import Places
from tests.notation import read

PLACES = Places()


def named(marked):
    """Return the names of a marked text once they are put right, with their types."""
    article, annotation = read(marked)
    mentions = with_places(article.text, annotation.mentions, PLACES.gazetteer, PLACES.countries)
    return [(m.span.of(article.text), m.type) for m in mentions]


WHOLE = [
    ("Shops in <l:Khan> <p:Younis> were shut.", [("Khan Younis", "place")]),
    ("Shops in <l:Deir al>-<p:Balah> were shut.", [("Deir al-Balah", "place")]),
    ("Shops in <l:Ta>'izz were shut.", [("Ta'izz", "place")]),
    ("Customs in <l:Al->Qa'im were shut.", [("Al-Qa'im", "place")]),
    ("A road of <l:the Republic> of <l:the Congo>.", [("Republic of the Congo", "place")]),
    ("Trains of <l:Austria>-<l:Hungary> were slow.", [("Austria-Hungary", "place")]),
    ("The <p:Khan> <p:Younis> <o:Brigade> left.", [("Khan Younis Brigade", "organisation")]),
    (
        "The <o:New York Sun> of <l:York> closed.",
        [("New York Sun", "organisation"), ("York", "place")],
    ),
    ("A <l:U.S.> mill closed.", [("U.S.", "place")]),
    (
        "Rain on <l:Sumy> and <p:Izyum. Bakhmut> burned, Ukraine said.",
        [("Sumy", "place"), ("Izyum", "place"), ("Bakhmut", "place")],
    ),
    ("Rain on <p:Mr. Holm>.", [("Mr. Holm", "person")]),
    ("Rain on <o:—> and <p:'s>.", [("—", "organisation"), ("'s", "person")]),
    ("Rain on <p:J.B. Holm>.", [("J.B. Holm", "person")]),
    ("<p:Younis Khan> left for <l:Rafah>.", [("Younis Khan", "person"), ("Rafah", "place")]),
]


@pytest.mark.parametrize(("marked", "expected"), WHOLE)
def test_pieces_of_a_name_are_one(marked, expected):
    assert named(marked) == expected


TOWNS = [
    "Rain fell on <l:Sumy>, <p:Kharkiv> and <p:Zaporizhzhia>.",
    "<p:Kharkiv> said no. The metro of <p:Kharkiv> stood still.",
    "<p:Kharkiv> said no.",
    "<p:Kharkiv>'s metro stood still.",
    "<p:Kharkiv> woke to snow.",
    "Snow fell in <p:Florence>.",
    "The mayor of <p:Izyum> left.",
    "Ukraine counted the dead: <p:Ternopil> had two.",
    "Trucks went from <p:Khan Younis> to Rafah.",
    "<p:Bakhmut> has nothing to lose, and <l:Sumy> has much.",
    "Shells fell; <o:Marhanets> was dark. <p:Pavlohrad> was spared.",
    "<o:Berdyansk> is out of reach, Ukraine says.",
    "<p:Izmail>, on the Danube, was hit.",
    "<p:Lyman>, a town in the east, was dark, Ukraine said.",
    "Trains from Izyum to <p:Lyman> were late, Ukraine said.",
    "Libya lost <p:Bani Walid>.",
    "Shells fell on <p:Be'er Sheva>, Israel said.",
    "Families left <p:Tal al-Karsk> on foot.",
    "<p:Kafr Almis> was dark.",
    "Volunteers drove through the state of <l:Ohio>. <p:Pennsylvania> was next.",
    "Syria lost <p:Ma'arrat al-Numan>.",
    "<p:Tarvolsk> was shelled.",
    "<p:Tarvolsk> has changed hands.",
    "Rockets hit <p:Tarvolsk> and <p:Brelk>.",
    "Troops entered <p:Maroun al-Tarv>.",
    "<p:Brelk>, <l:Sumy> and <p:Tarvolsk> were quiet.",
]


@pytest.mark.parametrize("marked", TOWNS)
def test_a_town_that_is_taken_for_somebody_is_a_town(marked):
    assert {type_ for _, type_ in named(marked)} == {"place"}


PEOPLE = [
    "<p:Anna Kharkiv> left. <p:Kharkiv> was tired.",
    "Mr <p:Kharkiv> left.",
    "<p:Kharkiv>, 34, left.",
    "<p:Kharkiv>, who was tired, left.",
    "<p:Florence> was tired.",
    "<p:Santos> said so.",
    "<p:Walker> was tired, the United States said.",
    "<p:Florence Holm> of Milan said that <p:Florence> was tired.",
    "<p:Lyman>, in Kyiv, was tired, Ukraine said.",
    "Mexico lost <p:Benito Juárez>.",
    "<p:Umm Salim> is from Gaza, Palestine.",
    "<p:Tarvolsk> was captured.",
    "<p:Valencia> was tired.",
]


def test_somebody_in_a_row_with_a_capital_or_known_by_a_full_name_is_somebody():
    row = named("<p:Tarvolsk>, <l:Kyiv> and <p:Ivan Brelk> agreed; <l:Sumy> and <p:Brelk> did not.")
    assert [type_ for _, type_ in row] == ["person", "place", "person", "place", "person"]


@pytest.mark.parametrize("marked", PEOPLE)
def test_somebody_who_is_called_as_a_town_is_somebody(marked):
    assert {type_ for _, type_ in named(marked)} == {"person"}


BODIES = [
    "<o:Berdyansk> fighters left, Ukraine says.",
    "The <o:Berdyansk> said so, Ukraine says.",
    "<o:Berdyansk>'s commander left, Ukraine says.",
    "<o:Berdyansk> is out of reach.",
]


@pytest.mark.parametrize("marked", BODIES)
def test_a_body_that_is_called_as_a_town_is_a_body(marked):
    assert {type_ for _, type_ in named(marked)} == {"organisation"}


def test_a_surname_beside_a_place_of_no_country_is_somebody_s():
    assert named("<p:Romney> crossed <l:the Atlantic Ocean>.")[0] == ("Romney", "person")
