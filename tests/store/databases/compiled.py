"""What SQL questions compile to, kept for all records that tests open, as if one stayed open."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Dialect, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_MOST = 2000  # questions; an engine of its own keeps 500


@contextmanager
def kept() -> Iterator[None]:
    """Let engines of one database share its dialect, once it is connected, and what it compiled.

    An engine compiles each question once; a third of what tests of the store did was to compile,
    since each opens a record, and so has an engine, of its own.
    """
    questions: Any = LRUCache(_MOST)
    connected: dict[type[Dialect], Dialect] = {}

    def share(kind: type[Dialect], engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=questions)
        if engine.url.query:  # a schema of its own, perhaps, which a dialect remembers
            return
        if kind in connected:
            engine.dialect = connected[kind]
        else:
            own = engine.dialect
            event.listen(engine, "connect", lambda *_: connected.setdefault(kind, own))

    with pytest.MonkeyPatch.context() as patch:
        for kind in (SQLiteDialect_pysqlite, PGDialect_psycopg):
            patch.setattr(kind, "engine_created", classmethod(share))
        yield
