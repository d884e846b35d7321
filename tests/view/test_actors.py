"""Who the actors are, in which statements they speak, and which they pass on."""

from dataclasses import replace

from sayso.records import Span, Unnamed
from sayso.view.actors import Unsaid, actor_views
from sayso.view.mentions import SHOWN
from tests.view.drafting import TALKS, first, talks, unsaid_bridge


def test_speakers_come_first_then_those_who_pass_on() -> None:
    views = actor_views(talks())
    assert {view.name: view.speaks for view in views if view.speaks} == {
        "Marek Dunov": (1, 2, 3),
        "Government of Velmark": (9,),
        "the northern allies": (9,),
        "Milena Tarsova": (5,),
        "Gregor Stavin": (6,),
        "Signe Halvard": (7,),
    }
    assert {view.name: view.passes_on for view in views if view.passes_on} == {
        "Ostranian Telegraph Agency": (1, 6),
        "reporters": (3,),
        "Milena Tarsova": (6,),
    }
    ranks = [(not view.speaks, not view.speaks and not view.passes_on) for view in views]
    assert ranks == sorted(ranks)


def test_a_number_is_that_of_the_actor_in_the_record() -> None:
    record = talks()
    for view in actor_views(record):
        assert record.actors[view.number - 1].name == view.name


def test_somebody_unnamed_is_described() -> None:
    record = talks()
    why = first(TALKS, "ruled out any discussion")
    about = Unnamed("3", "reporters", "the Citadel", "Torvesk", why)
    actor = replace(record.actors[4], unnamed=about)
    (view,) = actor_views(replace(record, actors=(actor,), statements=(), acts=(), provenance=()))
    assert view.unnamed
    assert view.details == ("3", "with the Citadel", "in Torvesk")
    assert view.no_name is not None
    assert view.no_name.words == "ruled out any discussion"


def test_many_mentions_end_with_a_number() -> None:
    record = talks()
    many = tuple(Span(n, n + 1) for n in range(SHOWN + 5))
    view = actor_views(
        replace(
            record,
            actors=(replace(record.actors[0], mentions=many),),
            statements=(),
            acts=(),
            provenance=(),
        )
    )[0]
    assert len(view.mentions.spans) == SHOWN
    assert view.mentions.more == 5


def test_what_was_not_said_stands_apart() -> None:
    ruel, halvard, northwire = actor_views(unsaid_bridge())
    assert (ruel.name, ruel.speaks) == ("Ruel", (1,))
    assert ruel.unsaid == (
        Unsaid("not said", (2,)),
        Unsaid("may be said", (3,)),
        Unsaid("asked whether", (6,)),
    )
    assert (halvard.speaks, halvard.unsaid) == ((4,), ())
    assert northwire.passes_on == ()  # nothing was told to it
