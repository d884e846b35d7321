"""Where the corpora lie on this machine, and where sayso's own labels lie in the repository."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "bench" / "gold"


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
