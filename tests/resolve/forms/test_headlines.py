"""Headlines that name behind a dash who says what they say."""

from dataclasses import replace

import pytest

from sayso.records import Span
from sayso.resolve.forms.headlines import signed_headline
from tests.notation import read

SIGNED = [
    ("Rebels seize airport – army", ("Rebels seize airport", "army")),
    ("Dam burst kills 40 - ministry", ("Dam burst kills 40", "ministry")),
    ("Ships sunk off the coast — state TV", ("Ships sunk off the coast", "state TV")),
    ("Famine is near in Doum -- UN", ("Famine is near in Doum", "UN")),
    ("Rebels seize airport – analysis", None),
    ("Rebels seize airport – and the war goes on", None),
    ("Rebels seize the airport of Almis", None),
    # Somebody else is said to say it.
    ("{S:Army} {C:denies} {T:the rumours of a coup} – state TV", None),
]


@pytest.mark.parametrize(("marked", "expected"), SIGNED)
def test_who_stands_behind_a_headline_says_it(marked, expected):
    article, annotation = read(marked)
    article = replace(article, title_span=Span(0, len(article.text)))
    made = signed_headline(article, annotation)
    assert (made and tuple(span.of(article.text) for span in made)) == expected
