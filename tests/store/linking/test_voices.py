"""Who is called so, each once, with what they say; names alone where nothing is linked."""

from sayso.store import Store
from tests.store.samples import records


def test_without_links_a_name_has_one_voice_without_an_entity(store: Store) -> None:
    store.write(records(3))
    (voice,) = store.voices("Teren")
    assert voice.entity is None
    assert list(voice.said) == store.who("Teren")
    assert voice.total == len(store.who("Teren"))
    (passed,) = store.voices("Meridian", carried=True)
    assert [row.statement.id for row in passed.said] == [
        row.statement.id for row in store.carried("Meridian")
    ]
    assert store.voices("Nobody") == store.voices("?") == store.voices("en_0") == []
    assert store.speaking() == ([], 0)


def test_entities_come_by_how_much_they_say(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        every, more = store.speaking()
        assert more == 0
        some, rest = store.speaking(limit=5)
        assert some == every[:5]
        assert rest == len(every) - 5
        for each in every[:3]:
            (voice,) = store.voices(each.entity.id)
            assert voice.entity == each.entity
            assert voice.total == len(voice.said) == each.statements
            assert len({row.article_id for row in voice.said}) == each.articles
            cut = store.voices(each.entity.id, limit=1)
            assert (cut[0].said, cut[0].total) == (voice.said[:1], voice.total)


def test_two_of_one_surname_are_two_voices(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        voices = store.voices("Dunov")
        assert len({voice.entity.id for voice in voices if voice.entity}) == len(voices) > 1
        totals = [voice.total for voice in voices]
        assert totals == sorted(totals, reverse=True)


def test_some_of_what_somebody_says_has_them_as_who_speaks(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        several = [
            (store.people([row.id]), record, statement, provenance.speakers[1])
            for row in store.articles()
            for record in [store.record(row.id)]
            for statement, provenance in zip(record.statements, record.provenance, strict=True)
            if len(provenance.speakers) > 1
        ]
        assert several
        for people, record, statement, second in several:
            entity = people[record.article.id, second]
            (its,) = store.spoken(entity, [statement.id])
            assert its.speaker_entity == entity
        first = store.speaking(limit=1)[0][0].entity.id
        (voice,) = store.voices(first)
        ids = [row.statement.id for row in voice.said[::-1]]
        assert store.spoken(first, ids) == list(voice.said[::-1])
        assert store.spoken(first, []) == []
