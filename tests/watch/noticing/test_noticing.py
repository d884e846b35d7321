"""What the sample brings: every kind of event, each once, and nothing of what was there before."""

import shutil
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from sayso.store import Store
from sayso.watch.noticing import KINDS, Event, Noticing
from sayso.watch.noticing import noticing as seam

NOW = 2e9


class Noted(list[Event]):
    """The events that destinations were asked for; all of them go to the desk."""

    def ways(self, event: Event) -> Collection[str]:
        """Keep an event."""
        self.append(event)
        return ("desk",)

    @property
    def keys(self) -> Counter[str]:
        """Return how often each was there."""
        return Counter(each.key for each in self)


@pytest.fixture
def store(linked_record: Path, tmp_path: Path) -> Iterator[Store]:
    """Return a record of the sample, linked, that a test may write to."""
    with Store.open(shutil.copy(linked_record, tmp_path / "own.db")) as opened:
        yield opened


@pytest.fixture(scope="module")
def events(linked_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Noted:
    """Return all events of the sample, its articles noticed a few at a time."""
    own = shutil.copy(linked_record, tmp_path_factory.mktemp("noticed") / "own.db")
    noted = Noted()
    with Store.open(own) as opened, pytest.MonkeyPatch.context() as patch:
        patch.setattr(seam, "_AT_ONCE", 7)
        opened.alerts.begin(everything=True)
        assert Noticing(opened, noted.ways)(NOW) == len(noted)
        assert Noticing(opened, noted.ways)(NOW) == 0
        assert opened.alerts.undelivered() == {"desk": len(noted)}
    return noted


def of_kind(events: Noted, kind: str) -> list[Event]:
    return [each for each in events if each.kind == kind]


def test_each_event_comes_once(events: Noted) -> None:
    assert set(events.keys.values()) == {1}
    assert {each.kind for each in events} <= KINDS.keys()


def test_a_changed_position(events: Noted) -> None:
    (turn,) = of_kind(events, "turn")
    assert turn.words.startswith("Milena Tarsova changed position on ")
    assert "refuses on 2031-03-27, offers on 2031-04-16" in turn.words
    assert turn.facts["was"]["kind"] == "refuses"
    assert [each.publisher for each in turn.said] == ["Northwire Agency"] * 2
    assert turn.said[0].published.start == "2031-04-16"


def test_a_correction_of_an_article(events: Noted) -> None:
    one = next(e for e in of_kind(events, "correction") if e.outlet == "The Almis Post")
    assert one.words.startswith("The Almis Post corrects “")
    assert any("orrection note" in line for line in one.lines)
    assert one.facts["copy"]["relation"] == "version"


def test_reprints_of_other_outlets_are_no_versions(events: Noted) -> None:
    for each in (*of_kind(events, "version"), *of_kind(events, "correction")):
        assert each.outlet not in ("Sarnholt Courier", "Korsund Herald"), each.words


def test_independent_origins(events: Noted) -> None:
    its = of_kind(events, "origin")
    assert its
    for each in its:
        assert each.facts["claim"]["independent"] >= 2
        assert " independent origin of “" in each.words
        assert len({said.article_id for said in each.said}) >= 2


def test_first_denials(events: Noted) -> None:
    its = of_kind(events, "denial")
    assert any("At least 20 Ostranian soldiers" in each.words for each in its)
    first = [each.said[0].statement.id for each in its]
    assert max(Counter(first).values()) == 1
    assert all(" for the first time: " in each.words and each.why for each in its)


def test_a_denial_is_told_where_it_is_likely_to_be_one_and_of_one_claim(
    events: Noted, store: Store
) -> None:
    """Four articles have it that soldiers died, and each that this is denied in the same words."""
    its = of_kind(events, "denial")
    died = [each for each in its if "that any of its soldiers had died" in each.words]
    assert len(died) == 1
    assert len(its) < 20
    claims = {each.id: each for each in store.claims([e.facts["claim"]["id"] for e in its])}
    for each in its:
        first = each.said[0].statement
        answers = claims[each.facts["claim"]["id"]].answers
        (score,) = (answer.score for answer in answers if answer.statement == first.id)
        assert score * first.score >= 0.5


def test_an_event_is_plain_data_with_the_proof(events: Noted) -> None:
    for each in events:
        form = each.to_json()
        assert form["key"] == each.key
        assert form["article"]["id"].startswith("sha256:")
        assert form["kind"] in ("version", "correction") or form["statements"]


def test_of_what_was_there_before_nothing_is_told(store: Store) -> None:
    noted = Noted()
    store.alerts.begin(everything=False)
    assert Noticing(store, noted.ways)(NOW) == 0
    assert noted == []
    store.alerts.begin(everything=True)
    assert Noticing(store, noted.ways)(NOW) > 0


def test_what_no_rule_asks_for_is_known_all_the_same(store: Store) -> None:
    store.alerts.begin(everything=True)
    assert Noticing(store, lambda _: ())(NOW) == 0
    numbers = store.alerts.unnoticed(9)
    assert numbers == {}
    noted = Noted()
    assert Noticing(store, noted.ways)(NOW) == 0
    assert noted == []


class KilledError(BaseException):
    """What ends a process wherever it is."""


def test_killed_while_it_notices_all_comes_and_nothing_twice(
    store: Store, events: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seam, "_AT_ONCE", 7)
    store.alerts.begin(everything=True)
    asked = iter(range(10_000))

    def dying(_: Event) -> Collection[str]:
        if next(asked) in (0, 3, 9, 20):
            raise KilledError
        return ("desk",)

    for _ in range(4):
        with pytest.raises(KilledError):
            Noticing(store, dying)(NOW)
    Noticing(store, dying)(NOW)
    due = store.alerts.due("desk", at="9", most=10_000)
    assert Counter(each.alert.key for each in due) == events.keys


def test_an_article_in_two_batches_is_one(store: Store, events: Noted) -> None:
    """Noticed by two at the same time, an event is told by one of them."""
    store.alerts.begin(everything=True)
    first, second = Noted(), Noted()
    numbers = store.alerts.unnoticed(7)
    one, other = Noticing(store, first.ways), Noticing(store, second.ways)
    made = one._notice(numbers, NOW)
    assert made > 0
    assert other._notice(numbers, NOW) == 0
    assert sum(events.keys.values()) >= made
