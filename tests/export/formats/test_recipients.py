"""Whom an event is aimed at: as its words tell, and never who merely stands near."""

from dataclasses import replace

import pytest

from sayso.export.formats.recipients import recipients
from sayso.exported import Exported
from sayso.records import Actor, Location, Place
from tests.notation import read
from tests.store.samples import ACT, UNTOLD, plain

COUNTRY = Location(1, "Torvesk", "TV", "", 1.0, 1.0, "A")


def aimed(act, marked, *, addressee="", speaker=""):
    """Return the names of whom the one statement of a marked text is aimed at."""
    of, annotation = read(marked)
    (statement,) = annotation.statements
    actors, places = {}, []
    for mention in annotation.mentions:
        words = mention.span.of(of.text)
        if mention.type == "place":
            places.append(Place(mention.span, "literal", COUNTRY, 0.9, ""))
            continue
        its = actors.setdefault(words, Actor(words, words, mention.type, (), (), "", None, ""))
        actors[words] = replace(its, mentions=(*its.mentions, mention.span))
    provenance = replace(UNTOLD, speakers=(speaker,) if speaker else (), addressee=addressee)
    record = replace(
        plain(of, statement),
        acts=(replace(ACT, name=act, said="yes"),), provenance=(provenance,),
        actors=tuple(actors.values()), places=tuple(places),
    )  # fmt: skip
    (row,) = Exported(record, record, (of.sighting,), (statement.id,)).rows()
    return [party.name for party in recipients(row)]


AIMED = [
    ("accuses", "{S:Brenn} {C:accused} {T:<o:the Banner> of lying}.", "the Banner"),
    ("accuses", "{S:Brenn} {C:has blamed} {T:<l:Torvesk> for the fire}.", "Torvesk"),
    ("accuses", "{S:Brenn} {C:blamed} it {C:on} {T:<p:Ana Ruel>}.", "Ana Ruel"),
    ("accuses", "{S:Brenn} {C:said} {T:that <p:Ana Ruel> had sold the mill}.", "Ana Ruel"),
    ("criticises", "{T:“<p:Ruel> was wrong,”} {S:Brenn} {C:said}.", "Ruel"),
    ("criticises", "{S:Brenn} {C:mocked} {T:<p:Ruel>'s latest plan}.", "Ruel"),
    ("demands", "{S:Brenn} {C:urged} {T:<g:the miners> to go home}.", "the miners"),
    ("demands", "{S:Brenn} {C:said} {T:the <l:Torvesk> must pay}.", "Torvesk"),
    ("demands", "{S:Brenn} {C:demanded} {T:that <p:Ruel> resign at once}.", "Ruel"),
    ("threatens", "{S:Brenn} {C:threatened} {T:to strike <l:Torvesk>}.", "Torvesk"),
    ("threatens", "{S:Brenn} {C:said} {T:they would shell <o:the mill>}.", "the mill"),
    ("promises", "{S:Brenn} {C:promised} {T:to protect <g:the miners>}.", "the miners"),
    ("supports", "{S:Brenn} {C:praised} {T:<p:Ruel>}.", "Ruel"),
    ("rejects", "{S:Brenn} {C:dismissed} {T:<p:Ruel>’s offer}.", "Ruel"),
]


@pytest.mark.parametrize(("act", "marked", "name"), AIMED)
def test_an_event_is_aimed_at_whom_its_words_name(act, marked, name):
    assert aimed(act, marked) == [name]


NOBODY = [
    ("accuses", "{S:Brenn} {C:accused} {T:the editor of <o:the Banner> of lying}."),
    ("accuses", "{S:Brenn} {C:said} {T:that <p:Ana Ruel> was beaten by guards}."),
    ("criticises", "{S:Brenn} {C:said} {T:<p:Ruel> was “deeply concerned” by the shelling}."),
    ("criticises", "{S:Brenn} {C:deplored} {T:<p:Ruel>'s death}."),
    ("criticises", "{S:Brenn} {C:said} {T:it was a bad day for <p:Ruel>}."),
    ("demands", "{S:Brenn} {C:demanded} {T:the release of <p:Ruel>}."),
    ("demands", "{S:Brenn} {C:said} {T:that <p:Ruel> must be freed}."),
    ("demands", "<p:Ruel> was there. {T:“Five demands,”} {S:they} {C:shouted}."),
    ("threatens", "{S:Brenn} {C:threatened} {T:to leave the hall with <p:Ruel>}."),
    ("rejects", "{S:Brenn} {C:rejected} {T:<p:Ruel>'s sister}."),
    ("supports", "{S:Brenn} {C:backed} {T:<p:Ruel>'s rival}."),
]


@pytest.mark.parametrize(("act", "marked"), NOBODY)
def test_who_stands_near_is_nobody_it_is_aimed_at(act, marked):
    assert aimed(act, marked) == []


def test_whoever_is_told_to_do_it_is_who_it_is_aimed_at():
    marked = "{S:Brenn} {C:told} <p:Ruel> {T:that the mill must close}."
    assert aimed("demands", marked, addressee="Ruel") == ["Ruel"]
    assert aimed("accuses", marked, addressee="Ruel") == []


@pytest.mark.parametrize(
    "marked",
    [
        "{S:Brenn} {C:told} <g:reporters> {T:that the mill must close}.",
        "{T:“The mill must close,”} {S:Brenn} {C:said} while speaking to <g:guests of the party>.",
    ],
)
def test_the_press_and_who_listens_in_are_not(marked):
    of, annotation = read(marked)
    (mention,) = annotation.mentions
    assert aimed("demands", marked, addressee=mention.span.of(of.text)) == []


def test_nobody_aims_at_himself():
    marked = "{S:Brenn} {C:said} {T:<p:Ruel> had made a mistake}."
    assert aimed("criticises", marked, speaker="Ruel") == []
