"""Which entry of the lexicon decides a cue."""

import pytest

from sayso.records import ACTS
from sayso.resolve.acts import cue_lexicon
from sayso.resolve.acts.cue_lexicon import find


@pytest.mark.parametrize(
    ("cue", "words", "act", "negated", "level"),
    [
        ("said", "said", "asserts", False, "lexicon"),
        ("has denied", "denied", "denies", False, "lexicon"),
        ("flatly rejected", "rejected", "rejects", False, "lexicon"),
        ("issued a denial of", "denial", "denies", False, "lexicon"),
        ("didn’t confirm", "confirm", "confirms", True, "lexicon"),
        ("has yet to confirm", "confirm", "confirms", True, "lexicon"),
        ("annouced", "annouced", "asserts", False, "alike"),
    ],
)
def test_what_decides_a_cue(cue, words, act, negated, level):
    sense = find(cue)
    assert words in sense.words
    assert (sense.entry.act, sense.negated, sense.level) == (act, negated, level)


@pytest.mark.parametrize("cue", ["", "xyzzy", "…"])
def test_words_that_decide_nothing(cue):
    assert find(cue) is None


def test_the_lexicon_is_sound():
    entries = [e for same_head in cue_lexicon.lexicon().values() for e in same_head]
    assert len({e.words for e in entries}) == len(entries) >= 600
    for entry in entries:
        assert entry.act in ACTS
        assert entry.polarity in {"pos", "neg"}
        assert entry.modality in {"certain", "possible"}
        assert entry.words[0] != "*" != entry.words[-1]
