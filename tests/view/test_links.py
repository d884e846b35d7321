"""What linking did, on one line."""

from sayso.link.linker import LinkCounts
from sayso.view.links import summary


def test_a_summary_counts_what_there_is_more_or_less() -> None:
    done = LinkCounts(articles=12, copies=3, entities=-1, claims=40, denials=1)
    assert summary(done) == (
        "12 articles linked: 3 copies, 1 entity fewer, 0 quotations more, 40 claims more,"
        " 1 denial, 0 conflicts"
    )
