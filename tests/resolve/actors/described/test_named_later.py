"""Descriptions that the article gives to somebody whom it names only later."""

import pytest

from tests.resolve.actors.test_coref import rows, said, shown

# The sources of statements, one after the other, and who they are.
SOURCES = """
<d:The acting mayor>, <p:Rolf Amund>, <p:Amund>
The acting mayor = Rolf Amund = Amund

<d:The army spokesman>, Admiral <p:Rolf Amund>
The army spokesman = Admiral Rolf Amund

<d:The mayor>, Admiral <p:Rolf Amund>
The mayor | Admiral Rolf Amund

<d:The mayor>, Sir <p:Rolf Amund>
The mayor = Sir Rolf Amund

<d:The mayor>, <p:Amund>
The mayor | Amund

<d:A clerk>, <p:Rolf Amund>
A clerk | Rolf Amund

<d:The interior minister>, <d:Foreign Minister <p:Rolf Amund>>
The interior minister | Foreign Minister Rolf Amund

<d:The former mayor>, <d:Mayor <p:Rolf Amund>>
The former mayor | Mayor Rolf Amund

<d:The mayor>, the driver <p:Rolf Amund>
The mayor | the driver Rolf Amund

<d:The mayor>, <o:Northwire>, <p:Rolf Amund>
Northwire | The mayor = Rolf Amund

<d:The mother>, <p:Ana Ruel>
The mother | Ana Ruel

<d:The mayor>, <p:Ana Ruel>, <p:Rolf Amund>
The mayor = Ana Ruel | Rolf Amund
"""


@pytest.mark.parametrize(("sources", "actors"), rows(SOURCES))
def test_a_name_without_a_word_of_who_he_is_follows_what_told_it(sources, actors):
    assert shown(said(sources)) == actors


def test_a_title_in_the_headline_is_who_bears_it_in_the_text():
    headline = "<d:Governor> backs the plan\n\n"
    named = "<d:Governor <p:Stavin>> backed it. <d:The governor> left."
    assert shown(headline + named) == "Governor = Governor Stavin = The governor"
    assert shown(headline + "<p:Stavin> backed it.") == "Governor | Stavin"


def test_a_description_is_who_is_named_with_its_office_and_its_side():
    said = "{S:<d:<l:France>'s foreign minister>} {C:said} {T:so}. "
    one = "Later <d:Foreign Minister <p:Ana Ruel>> left."
    assert shown(said + one) == "France's foreign minister = Foreign Minister Ana Ruel"
    two = "<d:German Foreign Minister <p:Bo Tarn>> met <d:French Foreign Minister <p:Ana Ruel>>."
    assert shown(said + two) == (
        "German Foreign Minister Bo Tarn"
        " | France's foreign minister = French Foreign Minister Ana Ruel"
    )
    other = "Later <d:German Foreign Minister <p:Bo Tarn>> left."
    assert shown(said + other) == "France's foreign minister | German Foreign Minister Bo Tarn"


def test_a_name_far_from_a_description_is_somebody_else():
    said = "{S1:<d:The mayor>} {C1:said} {T1:so}. %s{S2:<p:Rolf Amund>} {C2:said} {T2:no}."
    assert shown(said % "") == "The mayor = Rolf Amund"
    assert shown(said % ("The road was shut. " * 25)) == "The mayor | Rolf Amund"


def test_a_head_of_state_is_the_president():
    named = "<d:President <p:Rolf Amund>> came. {S:<d:The head of state>} {C:said} {T:so}."
    assert shown(named) == "President Rolf Amund = The head of state"


def test_a_witness_is_not_the_governor_on_whose_word_something_is():
    vouched = "{T1:Shells fell}, {S1:<d:the governor>} {C1:said}."
    witness = " {T2:“I hid,”} {S2:<p:Ana Ruel>} {C2:said}."
    later = vouched + "\n\n" + witness
    assert shown(later) == "the governor | Ana Ruel"
    assert shown(vouched + witness) == "the governor = Ana Ruel"
    said_more = "".join(f" {{S{n}:<p:Ruel>}} {{C{n}:said}} {{T{n}:so}}." for n in (3, 4))
    assert shown(later + said_more) == "the governor = Ana Ruel = Ruel = Ruel"
