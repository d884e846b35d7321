"""What people judged of a record's words holds against what the machine concluded."""

from dataclasses import replace
from time import process_time

import pytest

from sayso.corrections import holds_against, judged, opposed
from sayso.fitting import as_object
from sayso.judgements import Anchor, Judgement
from sayso.records import Span, plain
from tests.store.samples import at, record

MADE = record(1)
OF = MADE.article
FIRST = Anchor.of(OF.id, MADE.statements[0])
HESK = {"article": OF.id, "role": "mention", "span": list(at(OF, "envoy Doran Hesk"))}
SPEAKER = Judgement("speaker", FIRST, HESK, "Ana Ruel", "2031-03-01T10:00:00Z", "he did")


def test_nothing_judged_changes_nothing() -> None:
    assert judged(MADE, []) is MADE
    assert judged(MADE, [replace(SPEAKER, withdrawn="2031-03-02")]) is MADE


def test_a_speaker_is_as_judged() -> None:
    made = judged(MADE, [SPEAKER]).provenance[0]
    assert made.speakers == ("a3",)
    assert made.why == "judged by Ana Ruel on 2031-03-01: he did"
    assert MADE.provenance[0].speakers == ("a1",)


@pytest.mark.parametrize(("name", "speaker"), [("doran hesk", "a3"), ("Oskar Venn", "a6")])
def test_a_speaker_may_be_judged_by_name(name: str, speaker: str) -> None:
    made = judged(MADE, [replace(SPEAKER, object={"name": name})])
    assert made.provenance[0].speakers == (speaker,)
    assert {actor.id: actor.name for actor in made.actors}[speaker].lower() == name.lower()


def test_the_latest_wins_and_tells_what_it_overrules() -> None:
    later = replace(SPEAKER, object={"name": "Ilva Teren"}, by="Bo Sarn", at="2031-04-01", why="")
    for order in ([SPEAKER, later], [later, SPEAKER]):
        made = judged(MADE, order).provenance[0]
        assert made.speakers == ("a1",)
        assert made.why == (
            "judged by Bo Sarn on 2031-04-01"
            " (against what was judged by Ana Ruel on 2031-03-01: he did)"
        )


def test_what_is_no_statement_is_left_out() -> None:
    made = judged(MADE, [replace(SPEAKER, kind="not_statement", object={}), SPEAKER])
    assert made.statements == MADE.statements[1:]
    assert len(made.acts) == len(made.provenance) == len(made.statements)


def test_an_act_is_as_judged() -> None:
    made = judged(MADE, [replace(SPEAKER, kind="act", object={"act": "denies", "polarity": "neg"})])
    assert (made.acts[0].name, made.acts[0].polarity) == ("denies", "neg")
    assert "Ana Ruel" in made.acts[0].why


def test_a_span_is_as_judged_and_the_id_stays() -> None:
    content = plain([Span(at(OF, "the grain").start, at(OF, "open").end)])
    made = judged(MADE, [replace(SPEAKER, kind="span", object={"content": content})])
    assert made.statements[0].content[0].of(OF.text) == "the grain corridor would stay open"
    assert made.statements[0].id == MADE.statements[0].id
    assert made.statements[0].cue == MADE.statements[0].cue


@pytest.mark.parametrize(
    "content", [[], [[5, 3]], [[0, 10**6]], [[0, 9], [4, 12]], "words", [[1]], None]
)
def test_spans_that_can_be_of_no_statement_change_nothing(content: object) -> None:
    assert judged(MADE, [replace(SPEAKER, kind="span", object={"content": content})]) == MADE


def test_a_place_is_as_judged() -> None:
    anchor = Anchor(OF.id, "place", MADE.places[0].mention)
    there = {"geonames": 99, "name": "Karsk Mill", "country": "VM"}
    made = judged(MADE, [Judgement("place", anchor, there, "Ana Ruel", "2031-03-01")])
    assert made.places[0].location.name == "Karsk Mill"
    assert made.places[1:] == MADE.places[1:]


@pytest.mark.parametrize(
    "other",
    [
        replace(SPEAKER, subject=Anchor("sha256:0", "content", Span(0, 3))),
        replace(SPEAKER, object={}),
        replace(SPEAKER, kind="act", object={"act": "sings"}),
        replace(SPEAKER, kind="same_claim", object=HESK),
    ],
)
def test_what_fits_nothing_changes_nothing(other: Judgement) -> None:
    assert judged(MADE, [other]) == MADE


def test_what_people_disagree_on_is_told_of_both() -> None:
    later = replace(SPEAKER, object={"name": "Ilva Teren"}, at="2031-04-01")
    assert opposed([later, SPEAKER]) == {SPEAKER.id: [later], later.id: [SPEAKER]}
    assert holds_against(later, SPEAKER)
    assert not holds_against(SPEAKER, later)
    assert opposed([SPEAKER, replace(later, withdrawn="2031-05-01")]) == {}
    assert opposed([SPEAKER, replace(SPEAKER, at="2031-04-01")]) == {}


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("same_claim", "different_claim", True),
        ("same_claim", "denies", True),
        ("denies", "different_claim", False),
        ("same_claim", "same_claim", False),
        ("copy", "not_copy", True),
    ],
)
def test_which_judgements_on_two_things_disagree(one: str, other: str, disagree: bool) -> None:
    second = Anchor.of(OF.id, MADE.statements[1])
    first = Judgement(one, FIRST, as_object(second), "Ana Ruel", "2031-03-01")
    turned = Judgement(other, second, as_object(FIRST), "Bo Sarn", "2031-03-02")
    assert bool(opposed([first, turned])) == disagree


@pytest.mark.parametrize("object_", [{"act": "denies"}, {"act": "asks"}])
def test_thousands_on_one_statement_are_set_against_each_other_at_once(object_):
    first = Judgement("act", SPEAKER.subject, {"act": "denies"}, "Ana", "2031-03-14T00:00:00Z")
    many = [replace(first, object=object_, by=f"By {n}") for n in range(20_000)]
    began = process_time()
    against = opposed([first, *many])
    assert process_time() - began < 5
    assert len(against.get(first.id, ())) == (0 if object_ == first.object else 20_000)
    assert against.get(many[7].id, []) == ([] if object_ == first.object else [first])
