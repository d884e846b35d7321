"""Whom a statement goes back to: speakers, carriers, the outlet itself, or nobody who is told."""

import pytest

from sayso.link.origins.accounts import outlet_key, tellings
from sayso.records import (
    Act,
    Actor,
    ModelInfo,
    Provenance,
    Record,
    Unnamed,
)
from sayso.records import Link as ChainLink
from tests.notation import read

ACT = Act("asserts", "pos", "certain", (), "")


def actor(number, name, kind="person", of="", unnamed=None):
    return Actor(f"a{number}", name, kind, (), (), of, unnamed, "")


def unnamed(number, name, noun, *, affiliation="", place="", of=""):
    return actor(number, name, "unnamed", of, Unnamed("some", noun, affiliation, place, None))


def sources(*actors, speakers=("a1",), links=(), marked="{C:said} {T:it rained}"):
    """Return the sources of the only statement of an article of the Karsk Beacon."""
    article, annotation = read(marked, publisher="Karsk Beacon", lang="en")
    (content,) = annotation.statements[0].content
    chain = tuple(ChainLink(actor_id, content, kind) for actor_id, kind in links)
    who = Provenance(speakers, 1.0, chain, "", None, None, "", "")
    record = Record(
        article, annotation.statements, (ACT,), (who,), actors, (), (), ModelInfo("m", "1")
    )
    (telling,) = tellings(record)
    return telling.sources


def keys(*actors, **more):
    return {key for source in sources(*actors, **more) for key in source.keys}


def test_a_named_speaker_is_a_source():
    (source,) = sources(actor(1, "Ana Ruel"))
    assert (source.kind, source.name, source.firm) == ("speaker", "Ana Ruel", True)


def test_who_speaks_for_a_body_shares_its_key():
    ministry = actor(2, "Ministry of Water", "government")
    assert keys(actor(1, "Ana Ruel", of="a2"), ministry) & keys(
        actor(1, "Ministry of Water", "government")
    )
    spokesman = unnamed(1, "a ministry spokesman", "spokesman", of="a2")
    assert keys(spokesman, ministry) == keys(actor(1, "Ministry of Water", "government"))


def test_the_organs_of_a_state_are_one_source():
    france = keys(actor(1, "Government of France", "government"))
    assert keys(actor(1, "the French military", "organisation")) == france
    assert keys(unnamed(1, "French officials", "officials", affiliation="French")) == france
    assert keys(actor(1, "the French Tennis Federation", "organisation")) != france


def test_officials_of_two_lands_that_no_table_knows_are_two():
    names = ("Skerra's defence minister", "Skerran army", "Velmark's defence minister")
    skerra, army, velmark = (keys(unnamed(1, name, name.split()[-1])) for name in names)
    assert skerra == army == {"state:?skerr"}
    assert velmark == {"state:?velma"}
    assert keys(unnamed(1, "Skerra's bakers", "bakers")) != keys(
        unnamed(1, "Velmark's bakers", "bakers")
    )


@pytest.mark.parametrize(
    "name", ["The Skerran general staff", "The Israeli general staff", "Skerra's coast guard"]
)
def test_a_named_organ_of_a_state_is_a_source_of_its_own(name):
    for kind in ("unnamed", "organisation", "government"):
        made = unnamed(1, name, "staff") if kind == "unnamed" else actor(1, name, kind)
        (source,) = sources(made)
        assert (source.kind, source.firm) == ("speaker", True)


@pytest.mark.parametrize(
    "speaker",
    [
        unnamed(1, "a source", "source"),
        unnamed(1, "Local leaders", "leaders"),
        unnamed(1, "His spokeswoman", "spokeswoman"),
        unnamed(1, "Civilian leaders", "leaders"),
        unnamed(1, "critics", "critics"),
        actor(1, "the Swedish company", "organisation"),
        actor(1, "the filing", "document"),
    ],
    ids=lambda each: each.name,
)
def test_descriptions_tell_nobody(speaker):
    (source,) = sources(speaker)
    assert not source.firm


def test_an_unnamed_source_is_known_by_who_passed_it_on():
    agency = actor(2, "Reuters", "organisation")
    (source,) = sources(unnamed(1, "a source", "source"), agency, links=(("a2", "told"),))
    assert source.firm
    assert source.keys == (outlet_key("Reuters"),)


def test_without_a_speaker_the_carrier_is_the_source():
    (source,) = sources(actor(1, "Reuters", "organisation"), speakers=(), links=(("a1", "citing"),))
    assert (source.kind, source.name) == ("carrier", "Reuters")


def test_an_article_without_a_source_speaks_in_its_own_voice():
    (source,) = sources(speakers=())
    assert (source.kind, source.name, source.firm) == ("outlet", "Karsk Beacon", False)


def test_the_text_of_an_agency_has_its_voice():
    (source,) = sources(actor(1, "AP", "organisation"), speakers=(), links=(("a1", "dateline"),))
    assert source.keys == (outlet_key("Associated Press"),)


def test_an_outlet_that_is_quoted_by_another_carries():
    (source,) = sources(actor(1, "Reuters", "organisation"))
    assert source.kind == "carrier"
    (source,) = sources(actor(1, "the Karsk Beacon", "organisation"))
    assert (source.kind, source.firm) == ("outlet", True)


def test_outlets_of_one_owner_share_a_key():
    assert outlet_key("TASS") == outlet_key("RIA Novosti")
    assert outlet_key("AP") == outlet_key("Associated Press") != outlet_key("Reuters")
