"""Damaged records: one line that names the record, and never an answer as if nothing was lost."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from sayso.cli import main
from sayso.errors import StoreError
from sayso.store import Store
from sayso.store.dialect import open_engine, writing
from tests.store.samples import article, record, records
from tests.store.test_annotations import annotation

OF = article(1).id
ASK: dict[str, Callable[[Store], object]] = {
    "list": lambda store: store.articles(),
    "show": lambda store: (store.article(OF), store.record(OF)),
    "search": lambda store: store.search("corridor"),
    "who": lambda store: store.who("Teren"),
    "mentioning": lambda store: store.mentioning("Karsk"),
    "kept": lambda store: store.kept([OF]),
    "write": lambda store: store.write(records(2)),
}
STATEMENTS = "show search who mentioning"
LISTS = "list show search who mentioning"
DAMAGE = {
    "skips": ("UPDATE articles SET skips = '{not json'", "show kept"),
    "mentions": ("UPDATE actors SET mentions = '[[1]]'", "show who"),
    "said": ("UPDATE acts SET said = 'perhaps'", "show"),
    "act": ("UPDATE acts SET name = 'sings'", STATEMENTS.replace("search ", "")),
    "link": ("UPDATE links SET kind = 'hummed'", "show"),
    "text": ("UPDATE articles SET text = 'other words'", "show kept"),
    "below": ("UPDATE spans SET start = -5", STATEMENTS),
    "behind": ('UPDATE spans SET "end" = 99999999', STATEMENTS),
    "backwards": ('UPDATE spans SET start = "end" + 1', STATEMENTS),
    "title": ("UPDATE articles SET title_span_end = 99999999", "show kept"),
    "no spans": ("DELETE FROM spans", STATEMENTS),
    "no sightings": ("DELETE FROM sightings", f"{LISTS} kept"),
    "no runs": ("DELETE FROM runs", f"{LISTS} write"),
    "no tally": ("UPDATE runs SET tally = '[1]'", LISTS),
    "no such speaker": ("UPDATE speakers SET actor = '-5'", "show mentioning"),
    "no such carrier": ("UPDATE links SET actor = '-5'", "show mentioning"),
    "no such addressee": ("UPDATE addressees SET actor = '-5'", "show who"),
    "no such government": ("UPDATE actors SET \"of\" = '-5' WHERE id = 'a1'", "show"),
}
IN_A_FILE = {
    "blob": ("UPDATE articles SET text = x'ff00fe'", "show search kept"),
    "score": ("UPDATE statements SET score = 'abc'", STATEMENTS.replace("search ", "")),
    "name": ("UPDATE actors SET name = x'00ff'", "show who"),
    "annotation": ("UPDATE annotations SET data = x'00'", "kept"),
    "edge": ("UPDATE spans SET start = 'abc'", STATEMENTS),
}


def damaged(address: str, *changes: str) -> str:
    """Return the name of a record of two articles in which something was changed from outside."""
    with Store.open(address) as store:
        store.write(records(2), [annotation(0), annotation(1)])
        name = store.name
    engine = open_engine(address)
    with writing(engine) as connection:
        for change in changes:
            connection.execute(text(change))
    engine.dispose()
    return name


def check(address: str, name: str, asked: str) -> None:
    with Store.open(address, create=False) as store:
        for ask in asked.split():
            with pytest.raises(StoreError) as caught:
                ASK[ask](store)
            assert str(caught.value).startswith(f"{name}: the record is damaged: "), ask
            assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_one_line_in_either_database(nowhere: str, kind: str) -> None:
    change, asked = DAMAGE[kind]
    check(nowhere, damaged(nowhere, change), asked)


@pytest.mark.parametrize("kind", IN_A_FILE)
def test_what_is_no_text_or_number_is_damage(path: Path, kind: str) -> None:
    change, asked = IN_A_FILE[kind]
    check(str(path), damaged(str(path), "PRAGMA foreign_keys=OFF", change), asked)


def test_a_record_without_damage_answers(nowhere: str) -> None:
    damaged(nowhere)
    with Store.open(nowhere) as store:
        assert all(ASK[ask](store) for ask in ASK)
        assert store.record(OF) == record(1)


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_are_one_line(path: Path, seed: int) -> None:
    """Somewhere behind the first two pages; what is not hit answers as before."""
    damaged(str(path))
    data, random = bytearray(path.read_bytes()), Random(seed)
    for _ in range(random.choice((60, 600))):
        data[random.randrange(8192, len(data))] = random.randrange(256)
    path.write_bytes(data)
    asked = (("list",), ("show", OF), ("search", "corridor"), ("who", "Teren"), ("where", "Karsk"))
    for line in asked:
        result = CliRunner().invoke(main, [*line, "--record", str(path)])
        assert result.exception is None or isinstance(result.exception, SystemExit), line
        assert result.exit_code in (0, 1)
        if result.exit_code:
            assert result.stderr.splitlines()[-1].startswith(
                f"sayso: {path}: the record is damaged: "
            )
