"""What is known of a public corpus: where it is published, and where it lies on this machine."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "bench" / "gold"

# Files as published, the folder of the corpora -> how many documents were written there.
Convert = Callable[[Path, Path], int]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus, by the name that `python -m corpora fetch` knows it by.

    `address` is where it is published, for a person; `archive` what is downloaded: a zip or tar
    file, or one file as it is; empty where it has to be got by hand. `members` are the files of
    an archive that are needed, as patterns below its top folder. `documents` is how many come
    out; `convert` is None for what has no published form.
    """

    name: str
    title: str
    address: str
    licence: str
    citation: str
    documents: int
    convert: Convert | None = None
    archive: str = ""
    members: tuple[str, ...] = ("*",)


def copies(folder: str, *patterns: str) -> Convert:
    """Return a conversion that copies the files which fit, each counted, into one folder."""

    def convert(published: Path, to: Path) -> int:
        paths = [path for pattern in patterns for path in sorted(published.glob(pattern))]
        for path in paths:
            write(to / folder / path.name, path.read_bytes())
        return len(paths)

    return convert


def write(path: Path, data: bytes) -> None:
    """Write a file, and make the folder that it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def data_dir() -> Path:
    """Return the folder that holds the corpora; it may not exist.

    It is the one that `SAYSO_DATA` names, else `../shared/data` beside the checkout.
    """
    given = os.environ.get("SAYSO_DATA")
    return Path(given) if given else ROOT.parent / "shared" / "data"


def files_in(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a folder that fit a pattern, by name; none is a FileNotFoundError."""
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise FileNotFoundError(folder)
    return paths
