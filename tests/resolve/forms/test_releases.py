"""A heading that says whose statement follows gives him what stands below it."""

import pytest

from sayso.records import Article, Span
from sayso.resolve.forms.lines import lines_of
from sayso.resolve.forms.releases import release_of

BODY = "\n\nThe road is shut.\n\nWe ask all to stay in."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"STATEMENT BY AMBASSADOR ANA RUEL{BODY}", "AMBASSADOR ANA RUEL"),
        (f"Statement from Governor Ana Ruel on the flood{BODY}", "Governor Ana Ruel"),
        (f"Remarks by Ana Ruel:{BODY}", "Ana Ruel"),
        (f"Statement by Garth's ambassador Ana Ruel{BODY}", "Garth's ambassador Ana Ruel"),
        (f"Joint statement by Ana Ruel and Bo Tarn{BODY}", ""),
        (f"Statement by the foreign ministry{BODY}", ""),
        (f"Ana Ruel shuts the road{BODY}", ""),
        ("Statement by Ana Ruel\n\nThe road is shut.\n\nIt rains.", ""),
        ("Statement by Ana Ruel\n\n“We shut it,” said Bo Tarn.", ""),
        ("", ""),
    ],
)
def test_whose_statement_it_is(text, who):
    article = Article(text, "test")
    release = release_of(article, lines_of(article))
    assert (release[0].of(text) if release else "") == who


def test_what_follows_a_statement_is_none_of_it():
    text = f"Statement by Ana Ruel{BODY}\n\nAna Ruel\n\nContact: 555 0101."
    article = Article(text, "test", title_span=Span(0, 21))
    release = release_of(article, lines_of(article))
    assert release is not None
    assert [s.of(text) for s in release[1]] == ["The road is shut.", "We ask all to stay in."]
