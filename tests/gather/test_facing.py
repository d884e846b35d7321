"""What others say of somebody, whom it answers, and who answers it."""

from pathlib import Path

from sayso.gather.charts.entities import charted
from sayso.gather.facing import faced, spoken_of
from sayso.store import Store


def _named(store: Store, name: str) -> str:
    return next(each.id for each in store.entities(actors=False) if each.name == name)


def test_what_others_say_of_somebody_leads_to_words_that_name_it(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        entity = _named(store, "Amaro Quintel")
        said, more, cut = spoken_of(store, entity, limit=3, skip=0)
        assert said
        assert not cut
        assert all(each.speaker_entity != entity for each in said)
        days = [each.published.start for each in said if each.published]
        assert days == sorted(days, reverse=True)
        rest, none, _ = spoken_of(store, entity, limit=100, skip=3)
        assert (len(rest), none) == (more, 0)


def test_answers_go_both_ways(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        one = _named(store, "Ostrania")
        its = faced(store, one, charted(store, one).rows)
        assert its.answers
        first = its.answers[0]
        assert first.verb.endswith(" it")
        assert first.words
        (claim,) = store.claims([first.claim.id])
        assert first.statement in {each.statement for each in claim.answers}
        other = faced(store, first.who.id, charted(store, first.who.id).rows)
        assert one in {each.who.id for each in other.answered}
        assert faced(store, "en_0000000000000000", ()).to_json() == {
            "about": [], "answers": [], "answered_by": [],
        }  # fmt: skip
