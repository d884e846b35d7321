"""Names that mean one thing in all news have their type."""

import pytest

from sayso.resolve.actors.names.known_names import with_known
from tests.notation import read


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("He wrote on <p:Twitter>.", "organisation"),
        ("<l:Daesh> fled.", "organisation"),
        ("<l:Houthi> fighters fled.", "group"),
        ("They voted for <p:Brexit>.", "other"),
        ("<p:Sana> fled.", "person"),
        ("<p:Wagner> fled.", "person"),
        ("A guest of <l:the White House>.", "place"),
        ("A guest of the <l:White House>.", "place"),
        ("A guest of <l:the EU>.", "place"),
        ("He signed <o:Brexit>.", "organisation"),
        ("<p:Operation Tarn> failed.", "other"),
        ("<p:MH17> fell.", "other"),
        ("The <p:Karsk Labour Party> lost.", "organisation"),
        ("<p:Die Zeit> said so.", "organisation"),
        ("<p:Anna Party> lost.", "person"),
        ("<p:Tarn> fell.", "person"),
    ],
)
def test_well_known_names(marked, type_):
    article, annotation = read(marked)
    assert [m.type for m in with_known(article.text, annotation.mentions)] == [type_]
