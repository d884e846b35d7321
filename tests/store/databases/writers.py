"""What the other processes of the tests do."""

import random
from itertools import count
from multiprocessing.connection import Connection

from sayso.store import Store, WriteCounts
from tests.store.samples import record


def write_all(address: str, numbers: list[int]) -> WriteCounts:
    """Store these articles one by one, each in a transaction of its own."""
    done = WriteCounts()
    with Store.open(address) as store:
        for number in numbers:
            done = done.plus(store.write([record(number)]))
    return done


def write_until_killed(
    address: str, progress: Connection, articles: int, first_version: int
) -> None:
    """Store the articles in batches of all sizes, again and again under newer models.

    Sends "ready" before the record is opened, and "begun" when the first batch is stored.
    """
    order = random.Random(first_version)
    progress.send("ready")
    with Store.open(address) as store:
        for version in count(first_version):
            left = order.sample(range(articles), articles)
            while left:
                size = order.choice((1, 1, 3, 8))
                batch, left = left[:size], left[size:]
                store.write(record(number, version) for number in batch)
                if version == first_version and len(batch) + len(left) == articles:
                    progress.send("begun")
