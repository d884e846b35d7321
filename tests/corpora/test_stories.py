"""Stories labelled whole: what their claims hold of the statements that are read now."""

from corpora.across.stories import Denial, ReadClaim, Story
from sayso.records import Span
from tests.link.claims.notation import record

READ = record(("Ruel", "asserts", "the dam broke"), ("Bo", "denies", "that it did"))
DAM, DENIED = READ.statements
LABELS = ({"mentions": [0, 2], "denials": [[1, "denies"]]}, {"mentions": [1], "unsure": [0]})


def test_claims_hold_statements_with_the_labelled_content_and_leave_what_is_not_there():
    gone = (Span(900, 910),)
    cut = (Span(DENIED.content[0].start + 5, DENIED.content[0].end),)
    for content in (DENIED.content, cut):
        story = Story("s001", ("a1",), ((0, DAM.content), (0, content), (0, gone)), LABELS)
        assert story.claims({"a1": READ}) == [
            ReadClaim((DAM.id,), (Denial(DENIED.id, "denies"),), (), ()),
            ReadClaim((DENIED.id,), (), (), (DAM.id,)),
        ]
