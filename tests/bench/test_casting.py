"""People and bodies with known truth."""

from bench.casting import Part, cast, invented, kept, public


def test_there_are_many_and_half_are_kept():
    parts = [*public(), *invented()]
    assert sum(part.truth.startswith("i") and part.truth[1].isdigit() for part in parts) > 300
    assert sum(1 for _ in public()) > 400
    whole = {part.truth for part in parts}
    assert 0.4 < sum(map(kept, whole)) / len(whole) < 0.6


def test_the_invented_are_the_same_each_time():
    assert list(invented()) == list(invented())


def test_a_record_names_somebody_with_role_and_company():
    part = Part("x", "Ilva Teren~IT", "minister", ("Osk Varel",), "2031-03-14")
    (made,) = cast([part])
    first, other = made.record.actors
    text = made.record.article.text
    assert [span.of(text) for span in first.mentions] == ["Ilva Teren", "IT"]
    assert (first.roles[0].text, other.name) == ("minister", "Osk Varel")
    assert made.truth == "x"
