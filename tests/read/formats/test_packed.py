"""Archives and packed files, in one another, damaged, and made to do harm."""

import bz2
import gzip
import io
import lzma
import zipfile

import pytest

from sayso.read.formats.opening import Budget, Opened
from tests.read.formats import samples
from tests.read.formats.conftest import read_all
from tests.read.formats.samples import WORDS, tarred, zipped

TEXT = "\n\n".join(WORDS).encode()
FILES = {"news/a.txt": TEXT, "news/b.csv": samples.table(rows=1), "news/c.eml": samples.mail(),
         "news/photo.jpg": b"\xff\xd8\xff\xe0", "news/.x.txt": TEXT}  # fmt: skip
READ = [("news/a.txt", "article"), ("news/b.csv:2", "article"), ("news/c.eml", "article")]
PACKED = {
    "zip": zipped(FILES),
    "tar": tarred(FILES, "w"),
    "tar.gz": tarred(FILES),
    "zip in tar.gz": tarred({"in.zip": zipped(FILES)}),
    "tar.gz in zip": zipped({"in.tgz": tarred(FILES)}),
}


@pytest.mark.parametrize("form", PACKED)
def test_what_is_in_an_archive_is_read_by_its_content_and_the_rest_counted(reading, form):
    read = reading(PACKED[form])
    inside = {"zip in tar.gz": "file/in.zip/", "tar.gz in zip": "file/in.tgz/"}.get(form, "file/")
    assert read.kinds == [(inside + name, kind) for name, kind in READ]
    assert read.skipped == {"images": 1, "hidden files": 1, "files attached to mails": 1}


@pytest.mark.parametrize("form", PACKED)
def test_an_archive_comes_through_a_pipe_too(form):
    stdin = io.BufferedReader(Pipe(PACKED[form]))
    assert len(read_all("-", stdin=stdin).articles) == 3


class Pipe(io.RawIOBase):
    """Bytes that come a few at a time, and cannot be gone back in."""

    def __init__(self, data):
        self.rest = data

    def readable(self):
        """Tell that it can be read."""
        return True

    def readinto(self, buffer):
        """Give a few bytes."""
        piece, self.rest = self.rest[: min(100, len(buffer))], self.rest[min(100, len(buffer)) :]
        buffer[: len(piece)] = piece
        return len(piece)


def test_a_packed_file_is_told_by_what_is_in_it(reading):
    assert reading(gzip.compress(samples.table()), "a.csv.gz").kinds[0] == ("a.csv.gz:2", "article")
    assert reading(gzip.compress(TEXT), "a.gz").kinds == [("a.gz", "article")]
    two = gzip.compress(b'{"text": "One."}\n') + gzip.compress(b'{"text": "Two."}\n') + b"\0\0"
    assert reading(two).kinds == [("file:1", "article"), ("file:2", "article")]


@pytest.mark.parametrize(
    "name", ["../a.txt", "news/../../a.txt", "/etc/a.txt", "\\a.txt", "C:\\a.txt"]
)
@pytest.mark.parametrize("make", [zipped, tarred])
def test_nothing_is_read_from_outside_of_an_archive(reading, make, name):
    read = reading(make({name: TEXT, "b.txt": TEXT}))
    assert sorted(kind for _, kind in read.kinds) == ["article", "path"]


def test_links_in_archives_are_not_followed(reading):
    read = reading(tarred({"a.txt": TEXT}, links=("b.txt",)))
    assert (read.kinds, read.skipped) == ([("file/a.txt", "article")], {"links in archives": 1})


LINES = b'{"text": "One says."}\n' + b"\n" * (10 * 2**20)
BOMBS = {
    "gzip": gzip.compress(LINES),
    "zip": zipped({"a.jsonl": LINES}),
    "gzip in zip": zipped({"a.jsonl.gz": gzip.compress(LINES)}),
    "zip in tar.gz": tarred({"a.zip": zipped({"a.jsonl": LINES})}),
}


@pytest.mark.parametrize("form", BOMBS)
def test_a_bomb_is_an_error_after_what_was_read_of_it(reading, form):
    read = reading(BOMBS[form], max_bytes=10_000)
    assert [kind for _, kind in read.kinds] == ["article", "bomb"]


def test_a_budget_is_of_one_file_and_what_is_in_it():
    budget = Budget(free=10, taken=1)
    budget.spend(200, "a")
    with pytest.raises(Exception, match="unpacks to more than 200 times"):
        budget.spend(11, "a")


def test_archives_in_archives_have_an_end(reading):
    data = TEXT
    for _ in range(7):
        data = gzip.compress(data)
    assert reading(data).kinds == [("file", "bomb")]


@pytest.mark.parametrize("form", PACKED)
def test_what_is_cut_is_an_error_after_what_is_whole(reading, form):
    data = PACKED[form]
    read = reading(data[: len(data) // 3 if form == "tar" else len(data) * 2 // 3])
    assert read.kinds[-1][1] in {"zip", "tar", "gzip"}
    assert all(kind in {"article", "zip", "tar", "gzip"} for _, kind in read.kinds)


def test_what_is_damaged_from_the_beginning_is_not_said_to_be_empty(reading):
    data = bytearray(gzip.compress(TEXT))
    data[10] = 0xFF
    assert reading(bytes(data)).kinds == [("file", "gzip")]


def test_one_damaged_file_of_an_archive_leaves_the_others(reading):
    data = bytearray(zipped(FILES))
    place = data.index(b"news/b.csv") + 30
    data[place : place + 9] = b"\0" * 9
    read = reading(bytes(data))
    assert [kind for _, kind in read.kinds] == ["article", "zip", "article"]


def test_a_locked_file_of_an_archive_is_an_error(reading):
    out = io.BytesIO(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    with zipfile.ZipFile(out) as archive:
        place = archive.getinfo("a.txt").header_offset
    data = bytearray(out.getvalue())
    data[place + 6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    assert [kind for _, kind in reading(bytes(data)).kinds] == ["encrypted", "article"]


def test_what_is_looked_at_first_is_not_lost():
    opened = Opened.of(io.BufferedReader(Pipe(TEXT * 2000)), "x", inside=False)
    assert opened.stream.read() == TEXT * 2000


PACKERS = {"bz2": bz2.compress, "xz": lzma.compress}


@pytest.mark.parametrize("ending", PACKERS)
def test_other_packings_are_read_with_all_their_streams(reading, ending):
    pack = PACKERS[ending]
    lines = [b'{"text": "One says so."}\n', b'{"text": "Two says so."}\n']
    read = reading(b"".join(map(pack, lines)), f"a.jsonl.{ending}")
    assert [each.text for each in read.articles] == ["One says so.", "Two says so."]
    archive = pack(tarred({"a.txt": WORDS[0].encode()}, "w"))
    assert [each.text for each in reading(archive, f"a.tar.{ending}").articles] == [WORDS[0]]


@pytest.mark.parametrize("ending", PACKERS)
def test_other_packings_that_are_damaged_or_bombs_are_told(reading, ending):
    lines = b"".join(b'{"text": "Number %d says so."}\n' % n for n in range(9000))
    packed = PACKERS[ending](lines)
    read = reading(packed[: len(packed) // 2], f"a.jsonl.{ending}")
    assert read.kinds[-1] == (f"a.jsonl.{ending}", "packed")
    assert reading(packed + b"x", f"a.jsonl.{ending}").kinds[-1][1] == "packed"
    bomb = PACKERS[ending](b"x" * 2**22)
    assert reading(bomb, f"a.txt.{ending}", max_bytes=1000).kinds[0][1] in {"bomb", "size"}


@pytest.mark.parametrize("end", [1024, 1300, 2048])
def test_a_tar_archive_that_stops_between_files_is_told(reading, end):
    """Python ends in silence in the head of a file, and where the next one should be."""
    data = tarred({"a.txt": TEXT, "b.txt": TEXT}, "w")
    read = reading(data[:end])
    assert read.kinds[0] == ("file/a.txt", "article")
    assert read.kinds[-1] == ("file", "tar")
    assert {kind for _, kind in reading(data[: 2048 + 512]).kinds} == {"article"}


def test_a_damaged_head_in_a_tar_archive_is_no_end_of_it(reading):
    data = bytearray(tarred({"a.txt": TEXT, "b.txt": TEXT}, "w"))
    data[1024 + 148 : 1024 + 156] = b"damaged!"
    assert reading(bytes(data)).kinds == [("file/a.txt", "article"), ("file", "tar")]


@pytest.mark.parametrize("descriptors", [False, True])
def test_of_a_zip_archive_that_is_cut_what_is_whole_is_read(reading, descriptors):
    data = zipped_as_a_stream(FILES) if descriptors else zipped(FILES)
    in_mail = data.index(b"news/c.eml") + 60
    read = reading(data[:in_mail])
    assert read.kinds == [*[(f"file/{name}", kind) for name, kind in READ[:2]],
                          ("file/news/c.eml", "zip"), ("file", "zip")]  # fmt: skip
    assert "is cut off in its archive" in str(read.outcomes[-2])
    assert str(read.outcomes[-1]).endswith(
        "is cut off at its end, or damaged: 2 files in it are whole"
    )
    read = reading(data[: data.index(b"PK\1\2") + 10])
    assert read.kinds == [*[(f"file/{name}", kind) for name, kind in READ], ("file", "zip")]
    assert read.skipped == {"images": 1, "hidden files": 1, "files attached to mails": 1}
    assert "5 files in it are whole" in str(read.outcomes[-1])


def zipped_as_a_stream(files):
    """Return an archive written to what cannot be gone back in: sizes stand behind each file."""
    out = io.BytesIO()
    out.seekable = lambda: False
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt"])
def test_nothing_is_read_from_outside_of_an_archive_that_is_cut(reading, name):
    data = zipped({name: TEXT, "b.txt": TEXT})
    read = reading(data[: data.index(b"PK\1\2")])
    assert [kind for _, kind in read.kinds] == ["path", "article", "zip"]


@pytest.mark.parametrize("inside", ["a.jsonl", "a.bin"])
def test_a_bomb_that_is_cut_is_one_too(reading, inside):
    data = zipped({inside: LINES if inside == "a.jsonl" else b"\0" * 2**24})
    read = reading(data[: data.index(b"PK\1\2")], max_bytes=10_000)
    assert read.kinds[-1] == ("file", "bomb")


def test_what_a_cut_archive_cannot_be_read_by_is_said(reading, monkeypatch):
    monkeypatch.setattr("sayso.read.formats.packed.find_spec", lambda _: None)
    (error,) = reading(zipped(FILES)[:-30]).outcomes
    assert "is cut off at its end" in str(error)
    assert 'pip install "sayso[zip]"' in str(error)


def test_wherever_a_zip_archive_is_cut_that_is_told(reading):
    whole = zipped(FILES)
    for end in range(30, len(whole) - 1, 97):
        read = reading(whole[:end])
        assert read.kinds[-1] == ("file", "zip")
        assert {kind for _, kind in read.kinds} <= {"article", "zip"}
        damaged = bytearray(whole[:end])
        damaged[end // 2] ^= 0xFF
        assert reading(bytes(damaged)).outcomes
