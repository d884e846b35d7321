"""A corpus as it is published -> the files that its reader reads: downloaded, unpacked, converted.

Nothing is left where the result is not whole: other counts than those that the figures were made
with mean that what is published has changed.
"""

import shutil
import tarfile
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import Request, urlopen

from corpora.corpus import Corpus, write
from sayso.errors import FetchError, ReadError

TIMEOUT = 60  # seconds without a byte
AGENT = "sayso-corpora (research; one file at a time)"


def fetch(corpus: Corpus, to: Path, *, published: Path | None = None) -> int:
    """Write a corpus into the folder `to` and return how many documents it has.

    `published` is what was downloaded by hand, a file or a folder; nothing is downloaded then.
    Raises FetchError where it cannot be downloaded, ReadError where something else comes out.
    """
    if corpus.convert is None:
        raise FetchError(corpus.name, "private", f"is not published; {corpus.address}")
    with TemporaryDirectory() as scratch:
        folder, converted = Path(scratch, "published"), Path(scratch, "converted")
        if published is None:
            published = download(corpus, Path(scratch))
        documents = corpus.convert(unpacked(published, folder, corpus.members), converted)
        if documents != corpus.documents:
            reason = f"gave {documents} documents, not {corpus.documents} as when it was measured"
            raise ReadError(corpus.name, "changed", reason)
        shutil.copytree(converted, to, dirs_exist_ok=True)
    return documents


def download(corpus: Corpus, folder: Path) -> Path:
    """Download the archive of a corpus into a folder and return the file."""
    if not corpus.archive.startswith(("https://", "http://")):
        reason = f"has to be downloaded by hand from {corpus.address}, then named with --from"
        raise FetchError(corpus.name, "by-hand", reason)
    path = folder / (PurePosixPath(corpus.archive).name or "archive")
    request = Request(corpus.archive, headers={"User-Agent": AGENT})  # noqa: S310  checked above
    try:
        with urlopen(request, timeout=TIMEOUT) as answer, path.open("wb") as file:  # noqa: S310
            shutil.copyfileobj(answer, file)
    except (URLError, OSError) as error:
        reason = f"{corpus.archive} cannot be downloaded ({error})"
        raise FetchError(corpus.name, "network", reason) from error
    return path


def unpacked(path: Path, folder: Path, members: tuple[str, ...]) -> Path:
    """Return a folder with the needed files of an archive, or with the one file that `path` is."""
    if path.is_dir():
        return path
    try:
        for name, data in _files(path):
            if any(fnmatch(f"/{name}", f"*/{member}") for member in members):
                write(folder / PurePosixPath(name), data)
    except (OSError, zipfile.BadZipFile, tarfile.TarError) as error:
        raise ReadError(str(path), "archive", f"cannot be unpacked ({error})") from error
    return folder


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file of an archive, or of the file itself if it is none."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as zipped:
            names = (n for n in zipped.namelist() if not n.endswith("/") and _stays_inside(n))
            yield from ((name, zipped.read(name)) for name in names)
    elif tarfile.is_tarfile(path):
        with tarfile.open(path) as tarred:
            members = (m for m in tarred if m.isfile() and _stays_inside(m.name))
            opened = ((m.name, tarred.extractfile(m)) for m in members)
            yield from ((name, file.read()) for name, file in opened if file)
    else:
        yield path.name, path.read_bytes()


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
