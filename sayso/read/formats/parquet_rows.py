"""A Parquet file -> its rows as lines of JSON on standard output; reads by arro3.

It is a process of its own: on what is damaged the library may end the process that it is in, and
what a page unpacks to is held to the memory that a process may take.
"""

import json
import sys
from contextlib import suppress
from typing import Any

_ROWS = 64  # that are held at a time: texts may be long
_MEMORY = 8 * 1024**3  # bytes of addresses, of which the library takes far more than it fills


def main(file: str) -> None:
    """Print the names of the columns, wait for those to print, and print their rows."""
    _hold()
    from arro3.io import read_parquet

    reader = read_parquet(file, batch_size=_ROWS)
    _print(reader.schema.names)
    wanted = json.loads(sys.stdin.readline() or "[]")
    for batch in reader if wanted else ():
        cells: list[Any] = [batch.column(name) for name in wanted]
        for row in zip(*cells, strict=True):
            _print([_plain(cell.as_py()) for cell in row])
    _print(None)  # all of it was there


def _hold() -> None:
    with suppress(ImportError, ValueError, OSError):  # where there are no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _print(value: Any) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def _plain(value: Any) -> Any:
    """Return a cell as JSON has it: days and times, and what else there is, as text."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        return [_plain(each) for each in value]
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if isoformat else str(value)


if __name__ == "__main__":
    main(sys.argv[1])
