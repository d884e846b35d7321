"""Claims, quotations, copies and entities in a list."""

from dataclasses import replace

from sayso.linked import Copy, DatedRole, Entity, Quotation
from sayso.records import Moment, Sighting
from sayso.view.across.lists import claim_line, copy_line, entity_line, quotation_line
from sayso.view.lists import ArticleLine

from .making import answer, claim, known, said


def test_a_claim_tells_how_far_it_went() -> None:
    line = claim_line(claim("st_1", "st_2", answers=(answer("st_3"),)))
    assert line.days == "2031-03-01 to 2031-03-09"
    assert line.against == "denied once"
    assert line.against in line.summary


def test_a_quotation_is_shown_in_its_earliest_wording() -> None:
    of = Quotation("qu_1", "", ("st_1",), "st_1", (), "")
    line = quotation_line(of, known(said(1, "“The dam holds,”"))["st_1"], "")
    assert (line.words, line.speaker, line.summary) == ("The dam holds", "Ilva Teren", "1 report")


def test_the_earlier_article_of_a_pair_comes_first() -> None:
    copy = Copy("sha256:a", "sha256:b", ("", "given b"), "partial", 0.2, 0.9, "NWA", 0.97, "a part")
    articles = {
        "sha256:a": _line("a", "2031-03-02", "Courier", "Later"),
        "sha256:b": _line("b", "2031-03-01", "NWA", "Earlier"),
    }
    line = copy_line(copy, articles)
    assert line.ends[0] == ("one", "2031-03-01 · NWA · Earlier · b")
    assert line.shares == "90% and 20% of the words shared · text of NWA"
    assert (line.sure, line.score) == ("very sure", "97%")
    assert (line.a, line.b) == ("sha256:b", "sha256:a")
    assert copy_line(copy, {}).ends[1] == ("other", "given b")
    known = copy_line(replace(copy, from_="sha256:b"), articles)
    assert [label for label, _ in known.ends] == ["first", "then"]
    assert known.why == "a part"
    late = copy_line(replace(copy, from_="sha256:a"), articles)
    assert [label for label, _ in late.ends] == ["first", "later"]
    assert late.ends[0][1].endswith("Earlier · b")
    assert late.why.startswith("a part; the text is that of the later one, ")


def _line(name: str, day: str, outlet: str, title: str) -> ArticleLine:
    return ArticleLine(name, day, outlet, title, moment=day, order=day)


def test_the_printings_of_one_text_are_one_entry() -> None:
    at = Moment("2031-03-01", "2031-03-01", "day", "2031-03-01T09:30:00Z")
    seen = (Sighting("a", "NWA", published=at), Sighting("b", "Courier"))
    copy = Copy("sha256:a", "sha256:a", ("", ""), "same", 1.0, 1.0, "NWA", 1.0, "", sightings=seen)
    line = copy_line(copy, {"sha256:a": _line("a", "2031-03-01", "NWA", "The dam")})
    assert line.ends == (
        ("one", "NWA, 1 March 2031, 09:30 UTC · The dam · a"),
        ("other", "Courier"),
    )
    assert line.shares == "2 printings · text of NWA"
    known = copy_line(replace(copy, from_="sha256:a"), {})
    assert [label for label, _ in known.ends] == ["first", "also"]


def test_an_entity_has_its_names_and_roles() -> None:
    role = DatedRole("foreign minister", "2031-03-01", "2031-03-09")
    actors = (("sha256:a", "a1"), ("sha256:b", "a2"))
    of = Entity(
        "en_1", "Ilva Teren", "person", actors, ("Ilva Teren", "Teren"), (role,), "en_2", ""
    )
    line = entity_line(of, {"en_2": "Ostrania"}, 2)
    assert line.summary == "person, 2 articles"
    assert line.names == "Teren"
    assert line.roles == "foreign minister (2031-03-01 to 2031-03-09)"
    assert (line.of.words, line.of.address) == ("Ostrania", "/entity/en_2")


def test_printings_are_told_with_their_own_headlines() -> None:
    seen = (Sighting("a", "NWA", title="Dam holds"), Sighting("b", "Courier", title="The dam"))
    copy = Copy("sha256:a", "sha256:a", ("", ""), "same", 1.0, 1.0, "NWA", 1.0, "", sightings=seen)
    line = copy_line(copy, {"sha256:a": _line("a", "2031-03-01", "NWA", "The dam")})
    assert [words for _, words in line.ends] == ["NWA · Dam holds · a", "Courier, “The dam”"]
