"""The words that two texts share, to the letter and nearly so."""

import time

import pytest

from sayso.link.copies.alignment import Run, passages, runs
from tests.link.copies.notation import OTHER, STORY, words


def shared(one, other):
    return [one.span(run.a, run.a_end).of(one.article.text) for run in runs(one, other)]


def test_a_text_is_one_run_with_itself():
    text = words(*STORY)
    assert runs(text, text) == [Run(0, len(text), 0, len(text))]


def test_a_run_is_as_long_as_it_goes():
    one, other = words(OTHER[0], STORY[0]), words(STORY[0], OTHER[2])
    assert shared(one, other) == [STORY[0].rstrip(".")]


def test_moved_passages_are_there():
    one, other = words(*STORY[:2]), words(STORY[1], STORY[0])
    assert sum(run.length for run in runs(one, other)) == len(one)
    assert [run.b for run in runs(one, other)] != sorted(run.b for run in runs(one, other))


def test_what_is_repeated_counts_once():
    one, other = words(STORY[0]), words(STORY[0], STORY[0])
    assert sum(run.length for run in runs(one, other)) == len(one)


def test_each_word_belongs_to_one_run():
    one, other = words(*STORY, *STORY[2:]), words(*STORY[1:], *STORY[:3])
    for first, last in (("a", "a_end"), ("b", "b_end")):
        at = [n for r in runs(one, other) for n in range(getattr(r, first), getattr(r, last))]
        assert len(at) == len(set(at))


def test_runs_are_mirrored_when_the_texts_change_places():
    one, other = words(*STORY, OTHER[0]), words(*STORY[2:], *STORY[:2])
    mirrored = sorted((run.b, run.b_end, run.a, run.a_end) for run in runs(other, one))
    assert [tuple(run) for run in runs(one, other)] == mirrored


def test_a_changed_word_does_not_break_a_passage():
    one, other = words(STORY[0]), words(STORY[0].replace("Tuesday", "Wednesday"))
    assert len(runs(one, other)) == 2
    assert len(passages(runs(one, other), 8)) == 1


def test_stock_phrases_make_no_passage():
    one, other = words("He was one of the first to leave."), words("Is she one of the first here?")
    assert passages(runs(one, other), 8) == []


HOSTILE = {
    "one word": "ferry " * 100_000,
    "a row of words": "the ferry to Port Almis stopped on a Tuesday " * 12_000,
    "two words in turn": "ferry boat " * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_repeated_without_end_takes_no_time(text):
    one, other = words(text), words(text, STORY[0])
    begin = time.process_time()
    runs(one, other)
    assert time.process_time() - begin < 5


def test_long_texts_take_time_by_their_length():
    text = " ".join(f"word{n} of many" for n in range(30_000))
    one, other = words(text, *STORY), words(*STORY, text)
    begin = time.process_time()
    assert sum(run.length for run in runs(one, other)) == len(one)
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(("one", "other"), [("", ""), ("Karsk fell.", ""), ("", STORY[0])])
def test_nothing_shares_nothing(one, other):
    assert runs(words(one), words(other)) == []
