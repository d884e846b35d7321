"""The course of a claim: first and last seen, first denied, who followed whom."""

from dataclasses import replace

from sayso.linked import Fold, Origin
from sayso.records import Moment, Sighting
from sayso.view.across.course import course
from sayso.view.across.tellings import telling

from .making import answer, claim, known, said

KNOWN = known(
    said(2, "The dam holds"),
    said(3, "the dam holds", outlet="Courier"),
    said(7, "it holds", outlet="Banner", who="Doran Hesk"),
    said(4, "that it holds", who="Ana Ruel", outlet="Monitor", act="denies"),
    said(6, "that it holds", who="Oda Lim", act="denies"),
)
FIRST, SECOND, THIRD = (f"sha256:{n:064}" for n in (2, 3, 7))
ORIGIN = Origin(
    "utterance", "Ilva Teren", (FIRST, SECOND, THIRD), "one speaker",
    (Fold(FIRST, "own", "", ""), Fold(SECOND, "copy", FIRST, "one text"),
     Fold(THIRD, "utterance", "Ilva Teren", "the same words")),
)  # fmt: skip
CLAIM = replace(
    claim("st_2", "st_3", "st_7", answers=(answer("st_6"), answer("st_4"))), origins=(ORIGIN,)
)


def test_first_and_last_seen_and_the_earliest_denial() -> None:
    went = course(CLAIM, KNOWN)
    assert went.first
    assert went.last
    assert went.denial
    assert (went.first.date, went.first.outlet) == ("2031-03-02", "Northwire")
    assert (went.last.date, went.last.outlet) == ("2031-03-07", "Banner")
    assert (went.denial.statement, went.denial.verb) == ("st_4", "denied it")
    dates = [each.date[-2:] for each in went.events]
    assert dates == ["02", "03", "04", "07"]


def test_who_followed_whom_in_json() -> None:
    form = course(CLAIM, KNOWN).to_json()
    assert [(each["outlet"], each["of"]) for each in form["followed"]] == [
        ("Courier", FIRST), ("Banner", "Ilva Teren"),
    ]  # fmt: skip
    assert form["followed"][0]["how"] == "reprints Northwire, 2031-03-02"
    assert form["first_denial"]["speaker"] == "Ana Ruel"
    assert form["first_seen"]["statement"] == "st_2"


def test_nothing_is_known_or_denied() -> None:
    form = course(CLAIM, {}).to_json()
    assert form == {"first_seen": None, "last_seen": None, "first_denial": None, "followed": []}
    assert course(claim("st_2"), KNOWN).to_json()["first_denial"] is None


def test_who_prints_a_text_too_comes_behind_whose_text_it_is() -> None:
    def at(day: str) -> Moment:
        return Moment(day, day, "day")

    first, other = Sighting("a", "NWA", published=at("2031-03-02")), Sighting("b", "Courier")
    other = replace(other, published=at("2031-03-01"))
    row = replace(said(2, "the dam holds", outlet="NWA"), sightings=(first, other), url="")
    row = replace(row, published=first.published)
    known = {"st_2": telling(row, "credited to NWA")}
    events = course(claim("st_2"), known).events
    assert [(each.outlet, each.how) for each in events][1] == ("Courier", "prints the text of NWA")
