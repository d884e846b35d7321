"""`sayso review`: one key each on a terminal, every answer kept at once; JSON for programs.

What is doubtful is asked by what an answer is worth, and never again once it is answered.
"""

import json
import os
import pty
import select
import shutil
import signal
import sys
import termios
import time
from dataclasses import replace
from itertools import islice

import pytest

from sayso.fitting import misfit
from sayso.judgements import attached
from sayso.reviewing import KINDS, questions
from sayso.store import Store
from tests.cli.commands import lines, sayso


@pytest.fixture
def own(linked_record, tmp_path):
    """Return a linked record that a test may write to."""
    return shutil.copy(linked_record, tmp_path / "own.db")


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, *arguments):
        self.shown = ""
        self.pid, self.file = pty.fork()
        if not self.pid:
            environment = os.environ | {"TERM": "dumb", "COLUMNS": "80"}
            command = [sys.executable, "-m", "sayso", *map(str, arguments)]
            os.execve(sys.executable, command, environment)  # noqa: S606

    def until(self, words, seconds=60):
        """Read until words are shown, since the last time."""
        end = time.monotonic() + seconds
        while words not in self.shown:
            assert time.monotonic() < end, self.shown
            if select.select([self.file], [], [], 0.5)[0]:
                self.shown += os.read(self.file, 65536).decode("utf-8", "replace")
        seen, _, self.shown = self.shown.partition(words)
        return seen

    def press(self, key):
        """Press a key, once the terminal waits for one: what is typed before is thrown away."""
        while termios.tcgetattr(self.file)[3] & termios.ICANON:
            time.sleep(0.01)
        os.write(self.file, key.encode())

    def end(self):
        """Wait for the end, and return the exit code."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.file)
        return code


def test_each_answer_is_kept_at_once_and_survives_being_killed(own):
    screen = Terminal("review", "--kind", "claim", "--by", "Ana Ruel", "--record", own)
    first = screen.until("q quit")
    assert "1. Do these say the same thing?" in first
    assert "% sure of yes" in first
    screen.press("z")
    screen.until("y yes, n no")
    screen.press("o")
    screen.until("st_")
    screen.press("n")
    screen.until("kept as jd_")
    screen.until("q quit")
    os.kill(screen.pid, signal.SIGKILL)
    assert screen.end() == -signal.SIGKILL
    (kept,) = lines(sayso("judgements", "--json", "--record", own))
    assert (kept["kind"], kept["by"]) == ("different_claim", "Ana Ruel")
    again = Terminal("review", "--kind", "claim", "--record", own)
    shown = again.until("q quit")
    assert shown.split()[8:30] != first.split()[8:30]
    again.press("q")
    assert again.end() == 0


def test_an_answer_is_taken_back_and_what_is_skipped_leaves_nothing(own):
    screen = Terminal("review", "--limit", 3, "--record", own)
    asked = []
    for key in "uybnu":
        asked.append(screen.until("q quit"))
        screen.press(key)
    screen.until("1 answer kept")
    assert screen.end() == 0
    again = asked[3].partition("the question again:")[2]
    assert again.split() == asked[1].partition("skipped")[2].split()
    assert "3. " in asked[4]
    taken, kept = lines(sayso("judgements", "--json", "--record", own))
    assert (taken["subject"], kept["subject"]) == (kept["subject"], taken["subject"])
    assert taken["withdrawn"]
    assert not kept["withdrawn"]


def test_without_an_answer_there_is_nothing_to_take_back_and_the_question_stays(own):
    screen = Terminal("review", "--limit", 1, "--record", own)
    screen.until("q quit")
    screen.press("b")
    assert "1. " in screen.until("q quit")
    screen.press("q")
    screen.until("0 answers kept")
    assert screen.end() == 0


def test_without_a_terminal_it_says_what_to_do(linked_record):
    done = sayso("review", "--record", linked_record)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--json lists the questions" in done.stderr


def test_questions_for_programs(linked_record):
    rows = lines(sayso("review", "--json", "--limit", 4, "--record", linked_record))
    assert len(rows) == 4
    assert all(row["yes"]["kind"] and row["no"]["kind"] and row["about"] for row in rows)
    some = lines(sayso("review", "--json", "--kind", "denial", "--record", linked_record))
    assert {row["kind"] for row in some} == {"denial"}
    assert {row["yes"]["kind"] for row in some} == {"denies"}


@pytest.fixture
def store(linked_record, tmp_path):
    """Return a linked record that a test may write to."""
    with Store.open(shutil.copy(linked_record, tmp_path / "own.db")) as opened:
        yield opened


def answer(store, question, key):
    judged = question.option(key).judgement
    store.judge([replace(judged, by="Ana Ruel", at="2031-06-01T10:00:00Z")])


def test_what_is_worth_most_comes_first_and_fits(store):
    asked = list(islice(questions(store), 60))
    assert {each.kind for each in asked} >= {"claim", "denial", "speaker"}
    worths = [each.worth for each in asked]
    assert worths == sorted(worths, reverse=True)
    for question in asked:
        assert {each.key for each in question.options} >= {"y", "n"}
        assert all(not misfit(each.judgement) for each in question.options)
        assert question.why
        for option in question.options:
            subject = option.judgement.subject
            if subject.span:
                assert attached(subject, store.record(subject.article))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", ["y", "n"])
def test_what_is_answered_is_not_asked_again(store, kind, key):
    asked = list(islice(questions(store, [kind]), 5))
    if not asked:
        pytest.skip(f"the sample has no doubtful {kind}")
    answer(store, asked[0], key)
    again = list(islice(questions(store, [kind]), 5))
    assert asked[0].to_json() not in [each.to_json() for each in again]
    assert again[:4] == asked[1:] or len(again) >= len(asked) - 1


def test_an_answer_holds_once_the_record_is_linked_again(store, tmp_path):
    def claims_of(ids):
        of = {name: claim.id for claim in store.claims() for name in claim.statements}
        return [of.get(each) for each in ids]

    for question in questions(store, ["claim"]):
        ids = [side.ref for side in question.sides]
        apart = len(set(claims_of(ids))) > 1
        answer(store, question, "y" if apart else "n")
        break
    assert sayso("link", "--record", tmp_path / "own.db").exit_code == 0
    assert (len(set(claims_of(ids))) > 1) is not apart
    assert question.sides != next(questions(store, ["claim"])).sides


def test_who_says_it_may_be_another_of_the_article(store):
    question = next(questions(store, ["speaker"]))
    (side,) = question.sides
    option = question.option("2")
    answer(store, question, "2")
    ids = [row.statement.id for voice in store.voices(option.label) for row in voice.said]
    assert side.ref in ids
    asked = next(questions(store, ["speaker"]))
    assert asked.sides[0].ref != side.ref


def test_nothing_is_linked_yet_and_speakers_are_asked_about(record_of_one):
    with Store.open(record_of_one) as opened:
        assert {each.kind for each in questions(opened)} <= {"speaker"}


@pytest.fixture
def record_of_one(tmp_path):
    """Return a record of one article that is not linked."""
    path, text = tmp_path / "one.db", tmp_path / "one.txt"
    text.write_text("“We never agreed,” the minister of Velmark said on Friday.\n", "utf-8")
    assert sayso("read", text, "--record", path).exit_code == 0
    return path


def test_the_json_of_yes_and_no_can_be_judged(store, tmp_path):
    made = [each.to_json() for each in islice(questions(store), 10)]
    file = tmp_path / "yes.jsonl"
    file.write_text("".join(json.dumps(each["yes"]) + "\n" for each in made), "utf-8")
    done = sayso("judge", "--from", file, "--by", "Ana", "--record", tmp_path / "own.db")
    assert done.exit_code == 0, done.output
    assert "10 judgements kept" in done.stderr
