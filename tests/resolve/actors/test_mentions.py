"""Names of an article by their place, and the one type that each has."""

import pytest

from sayso.records import Mention, Span
from sayso.resolve.actors.mentions import Names, settled
from sayso.resolve.places.countries import Countries
from tests.notation import read

COUNTRIES = Countries()


@pytest.mark.parametrize(
    ("marked", "types"),
    [
        ("<p:Karsk> fell. It rained in <l:Karsk>. The north of <l:Karsk> is dry.", ["place"] * 3),
        ("<o:France> agreed.", ["place"]),
        ("Residents of <p:Um Dukhun> left.", ["place"]),
        ("<p:Ana Ruel> met <o:Northwire>.", ["person", "organisation"]),
        ("<o:Ruel> won. <p:Ana Ruel> is glad.", ["person", "person"]),
        ("<o:Ruel> shut. <o:Ruel> fell. <p:Ana Orn> left.", ["organisation"] * 2 + ["person"]),
        ("<l:Brand>, 58, left. It rained on <l:Almis>.", ["person", "place"]),
        ("<p:Ostrel>’s coastguard fired. It rained. <l:Ostrel> is dry.", ["place"] * 2),
        ("<p:Ostrel>’s guests left. It rained. <p:Ostrel> is glad.", ["person"] * 2),
        ("<p:Ostrania> said so. <g:Ostranians> left.", ["person", "group"]),
        ("<l:Karsk>, the mayor, <p:Abel Rasch>, said so.", ["place", "person"]),
    ],
)
def test_a_name_has_one_type(marked, types):
    article, annotation = read(marked)
    names = settled(article.text, annotation.mentions, COUNTRIES)
    assert [name.type for name in names] == types


def test_names_by_their_place():
    article, annotation = read("<p:Ana Ruel>, mayor of <l:Almis>, met <o:Northwire>.")
    names = Names(article.text, annotation.mentions, COUNTRIES)
    almis = article.text.index("Almis")
    assert [m.span.of(article.text) for m in names.inside(Span(0, almis + 5))] == [
        "Ana Ruel",
        "Almis",
    ]
    assert names.touching(Span(almis + 2, almis + 30))
    assert not names.touching(Span(9, almis))
    assert isinstance(names.all[0], Mention)
