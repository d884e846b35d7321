"""What a round did, on one line."""

from sayso.cli.watching.words import round_words
from sayso.link.linker import LinkCounts
from sayso.pipeline import Summary
from sayso.watch.rounds import Done
from sayso.watch.watching import Went


def test_what_did_not_happen_is_left_out():
    assert round_words(Went(Done(sources=1), LinkCounts(), 0, 0, 0)) == (
        "1 source asked, 0 of their pages new or changed, 0 articles new; 0 statements; 0 alerts"
    )


def test_all_that_happened_is_counted():
    read = Summary(new=2, again=3, sightings=4, known=5, statements=6, foreign=7, failed=8)
    done = Done(
        sources=10, unchanged=11, failed=12, resting=13, named=14, old=15, unchanged_pages=16,
        forbidden=17, left=18, quiet=19, read=read,
    )  # fmt: skip
    assert round_words(Went(done, LinkCounts(), 2, 1, 3)) == (
        "10 sources asked (11 unchanged, 12 failed, 13 left alone), 14 of their pages new or"
        " changed, 2 articles new, 3 concluded again, 4 seen elsewhere, 21 known, 7 not in English,"
        " 15 passed over for their age, 8 failed, 17 that their sites let nobody read, 18 left for"
        " later, 19 there before and not told of; 6 statements; 2 alerts, 3 on their way"
    )
