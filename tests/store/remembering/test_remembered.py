"""What was made of a record is made again where its mark is another one, and goes with it."""

import gc

from sqlalchemy import create_engine

from sayso.store.remembering.remembered import Remembered


def test_it_is_made_once_for_each_mark_and_record() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    kept: Remembered[int] = Remembered()
    one, other = create_engine("sqlite://"), create_engine("sqlite://")
    assert [kept.get(one, "a", make), kept.get(one, "a", make), kept.get(one, "b", make)] == [
        0,
        0,
        1,
    ]
    assert kept.get(other, "b", make) == 2
    assert kept.get(one, "b", make) == 1


def test_it_goes_with_the_record() -> None:
    kept: Remembered[int] = Remembered()
    engine = create_engine("sqlite://")
    kept.get(engine, "a", lambda: 1)
    assert len(kept._made) == 1
    del engine
    gc.collect()
    assert not kept._made
