"""Which events are told, and to whom, by a file of rules."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.store import Store
from sayso.watch.noticing import Event
from sayso.watch.rules import Rules, read_rules
from tests.store.samples import record

PLAIN = Event("denial", ("st_1",), "words", "sha256:1", outlet="Skerra Courier")


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Event:
    """Return an event with statements of Ilva Teren and Doran Hesk, about Karsk."""
    with Store.open(tmp_path_factory.mktemp("rules") / "record.db") as store:
        store.write([record(1)])
        return replace(PLAIN, said=store.who("Teren"), texts=("The corridor stays open",))


def rules(tmp_path: Path, text: str) -> Rules:
    path = tmp_path / "desk.toml"
    path.write_text(text, "utf-8")
    return read_rules(path)


def test_without_a_file_all_is_told_here(event: Event) -> None:
    assert Rules().ways(event) == Rules().ways(PLAIN) == ("terminal",)


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        ("", True),
        ('events = "denial"', True),
        ('events = ["turn", "origin"]', False),
        ('words = ["corridor open"]', True),
        ('words = ["corridor closed", "CORRIDOR"]', True),
        ('words = ["corr"]', False),
        ('words = ["—"]', False),
        ('entities = ["teren"]', True),
        ('entities = ["Ilva Teren"]', True),
        ('entities = ["Dunov"]', False),
        ('places = ["Karsk"]', True),
        ('places = ["Tolm"]', False),
        ('acts = ["asserts"]', True),
        ('acts = ["denies"]', False),
        ('outlets = ["courier"]', True),
        ('outlets = ["Banner"]', False),
        ('events = ["denial"]\nplaces = ["Karsk"]\nentities = ["Dunov"]', False),
        ("articles = 2", True),  # it is about no claim
    ],
)
def test_everything_given_must_fit_of_a_list_any(
    event: Event, tmp_path: Path, rule: str, fits: bool
) -> None:
    assert bool(rules(tmp_path, f"[[alert]]\n{rule}\n").ways(event)) is fits


def test_a_claim_in_few_articles_may_be_left_out(event: Event, tmp_path: Path) -> None:
    claim = replace(event, facts={"claim": {}})
    assert rules(tmp_path, "[[alert]]\narticles = 2").ways(claim) == ()
    assert rules(tmp_path, "[[alert]]\narticles = 1").ways(claim) == ("terminal",)


def test_each_rule_has_its_destinations(event: Event, tmp_path: Path) -> None:
    text = """
        [[alert]]
        entities = ["Teren"]
        to = ["desk", "terminal"]
        [[alert]]
        places = ["Karsk"]
        [to.desk]
        lines = "desk.jsonl"
        [to.night]
        lines = "night.jsonl"
    """
    made = rules(tmp_path, text)
    assert made.ways(event) == ("desk", "terminal", "night")
    assert made.ways(PLAIN) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[alert]\n", "Expected"),
        ("alert = 3", "rules are tables"),
        ("alarm = 3", "the file has 'alarm'"),
        ('[[alert]]\nwoods = ["a"]', "rule 1 has 'woods'"),
        ('[[alert]]\nevents = ["denials"]', "'denials' is none of its events: origin, denial"),
        ('[[alert]]\nacts = ["lies"]', "'lies' is none of its acts"),
        ("[[alert]]\nwords = [true, []]", "words of rule 1 are words in quotation marks"),
        ('[[alert]]\nwords = [" "]', "words of rule 1"),
        ("[[alert]]\narticles = 0", "a whole number"),
        ('[[alert]]\nto = ["desk"]', r"names 'desk', and there is no \[to\.desk\]"),
        ("to = 3", "a destination is a table"),
        ("\x00", "Found invalid character|Invalid"),
    ],
)
def test_what_is_no_file_of_rules(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as error:
        rules(tmp_path, text)
    assert "desk.toml: " in str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml: No such file"):
        read_rules(tmp_path / "none.toml")
