"""Files, folders, standard input and mixtures of them."""

import os
import subprocess
import sys
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import ReadError, UsageError
from sayso.read import read_sources
from sayso.read.formats.opening import Asides
from sayso.records import Article
from sayso.settings import Settings

TEXT = "Velmark will not leave Karsk\n\nThe minister said so on Friday, and left the hall."
HTML = (
    "<html><head><title>Velmark stays</title></head><body><h1>Velmark stays</h1>"
    "<p>“We stay,” the minister said on Friday.</p></body></html>"
)
JSONL = '{"text": "One says."}\n{bad\n{"text": "Three says."}\n'


def outcomes(results):
    return [(each.source, getattr(each, "kind", "article")) for each in results]


@pytest.fixture
def folder(tmp_path):
    files = {
        "b.html": HTML,
        "a.txt": TEXT,
        "c.jsonl": JSONL,
        "sub/z.txt": TEXT,
        "sub/deep/y.HTM": HTML,
        ".hidden.txt": TEXT,
        ".git/x.txt": TEXT,
        "notes.md": TEXT,
        "photo.png": "x",
        "empty.txt": "",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path


def test_a_folder_is_read_through_in_order_of_names(folder, read):
    assert outcomes(read(folder)) == [
        (f"{folder}/{name}", kind)
        for name, kind in [
            ("a.txt", "article"),
            ("b.html", "article"),
            ("c.jsonl:1", "article"),
            ("c.jsonl:2", "json"),
            ("c.jsonl:3", "article"),
            ("empty.txt", "empty"),
            ("sub/deep/y.HTM", "article"),
            ("sub/z.txt", "article"),
        ]
    ]


def test_a_format_picks_the_files_of_a_folder(folder, read):
    articles = read(folder, format="html")
    assert [os.path.relpath(each.source, folder) for each in articles] == [
        "b.html",
        "sub/deep/y.HTM",
    ]


def test_sources_come_in_the_order_given_and_errors_in_their_place(folder, read):
    articles = read(folder / "c.jsonl", folder / "none.txt", folder / "a.txt", folder / "sub", "")
    assert [kind for _, kind in outcomes(articles)] == [
        *("article", "json", "article", "missing", "article", "article", "article", "missing")
    ]


def test_a_page_and_a_text_give_nothing_beside_themselves(folder, read):
    page, text = read(folder / "b.html", folder / "a.txt")
    assert page.concluded == text.concluded == ("url", "publisher", "published")


def test_the_source_is_named_as_it_was_given(folder, read, monkeypatch):
    monkeypatch.chdir(folder)
    assert [each.source for each in read("./a.txt", "sub")] == [
        "./a.txt",
        "sub/deep/y.HTM",
        "sub/z.txt",
    ]


def test_sources_are_read_lazily(folder):
    articles = read_sources([str(folder / "a.txt"), str(folder / "late.txt")], settings=Settings())
    assert isinstance(next(articles), Article)
    (folder / "late.txt").write_text(TEXT, "utf-8")
    assert isinstance(next(articles), Article)


@pytest.mark.parametrize(
    ("name", "content", "format_", "kind"),
    [
        ("a", TEXT, None, "Velmark will not leave Karsk"),
        ("a", HTML, None, "Velmark stays"),
        ("a.php?id=5", f"\n<!-- <p> -->\n<?xml?>{HTML}", None, "Velmark stays"),
        ("a", "<p>“No,” he said.</p><p>He left the hall.</p><p>She stayed.</p>", None, ""),
        ("a.txt", HTML, "html", "Velmark stays"),
        ("a.html", TEXT, "text", "Velmark will not leave Karsk"),
        ("a.txt", "He wrote <p> and </p> on the wall, and then he left.", None, ""),
    ],
)
def test_the_format_is_told_by_word_suffix_or_content(tmp_path, read, name, content, format_, kind):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    (article,) = read(path, format=format_)
    assert article.title == kind


@pytest.mark.parametrize(
    ("data", "title"), [(TEXT, "Velmark will not leave Karsk"), (HTML, "Velmark stays")]
)
def test_standard_input_is_text_or_html(read, data, title):
    (article,) = read("-", stdin=BytesIO(data.encode()))
    assert (article.source, article.title) == ("-", title)
    assert article.concluded == ()  # what it says is all that tells it from what comes next


def test_standard_input_is_json_lines_when_named_so(read):
    articles = read("-", stdin=BytesIO(JSONL.encode()), format="jsonl")
    assert outcomes(articles) == [("-:1", "article"), ("-:2", "json"), ("-:3", "article")]


def test_json_lines_are_told_from_text_by_their_content(read):
    articles = read("-", stdin=BytesIO(JSONL.encode()))
    assert outcomes(articles) == [("-:1", "article"), ("-:2", "json"), ("-:3", "article")]


def test_standard_input_that_is_not_text_is_an_error(read):
    (error,) = read("-", stdin=BytesIO(b"\x89PNG\r\n\x1a\n\x00\x00"))
    assert (error.source, error.kind) == ("-", "binary")


def test_standard_input_is_empty_the_second_time(read):
    stdin = BytesIO(TEXT.encode())
    assert outcomes(read("-", "-", stdin=stdin)) == [("-", "article"), ("-", "empty")]


@pytest.mark.parametrize("size", [10, 99])
def test_the_size_limit_is_kept(tmp_path, read, size):
    path = tmp_path / "a.txt"
    path.write_text("x" * (size + 1), "utf-8")
    (error,) = read(path, max_bytes=size)
    assert error.kind == "size"
    assert len(read(path, max_bytes=size + 1)) == 1


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"\xef\xbb\xbf \n\t\xef\xbb\xbf", "empty"),
        ("a.txt", b"%PDF-1.4 text", "pdf"),
        ("a.txt", bytes(range(256)), "binary"),
        ("a.txt", b"\xff\xfeabc", "encoding"),
        ("a.html", b"<html><body></body></html>", "no-article"),
    ],
)
def test_a_bad_file_is_an_error_and_the_next_goes_on(tmp_path, read, name, content, kind):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(TEXT, "utf-8")
    error, article = read(tmp_path)
    assert (error.source, error.kind) == (f"{tmp_path}/{name}", kind)
    assert isinstance(article, Article)


@pytest.mark.parametrize("name", ["none.txt", "none/none", "a\0b", "", "x" * 5_000])
def test_what_is_not_there_is_missing(read, name):
    (error,) = read(name)
    assert error.kind in {"missing", "io"}


def test_a_folder_without_articles_is_an_error(tmp_path, read):
    (tmp_path / "photo.png").write_bytes(b"x")
    (tmp_path / ".x.txt").write_text(TEXT, "utf-8")
    assert outcomes(read(tmp_path)) == [(str(tmp_path), "folder")]


def test_a_folder_inside_itself_is_read_once(folder, read):
    (folder / "sub" / "again").symlink_to(folder)
    kinds = outcomes(read(folder))
    assert (f"{folder}/sub/again", "loop") in kinds
    assert len(kinds) == 9


def test_broken_links_are_missing_where_they_would_be_read(tmp_path, read):
    (tmp_path / "a.txt").symlink_to(tmp_path / "none")
    (tmp_path / "b.png").symlink_to(tmp_path / "none")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    assert outcomes(read(tmp_path)) == [
        (f"{tmp_path}/a.txt", "missing"),
        (f"{tmp_path}/c.txt", "loop"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_pipes_and_devices_in_a_folder_are_told_where_they_would_be_read(tmp_path, read):
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.png")
    (tmp_path / "c.html").symlink_to(os.devnull)
    assert outcomes(read(tmp_path)) == [
        (f"{tmp_path}/a.txt", "device"),
        (f"{tmp_path}/c.html", "device"),
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_what_may_not_be_read_is_an_error(folder, read):
    (folder / "a.txt").chmod(0)
    (folder / "sub").chmod(0)
    kinds = dict(outcomes(read(folder)))
    (folder / "sub").chmod(0o700)
    assert kinds[f"{folder}/a.txt"] == kinds[f"{folder}/sub"] == "permission"


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux")
def test_a_name_that_is_no_text_can_still_be_shown(tmp_path, read):
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text(TEXT, "utf-8")
    (article,) = read(tmp_path)
    assert article.source == f"{tmp_path}/\ufffd.txt"


def test_an_unknown_format_is_a_wrong_use():
    with pytest.raises(UsageError, match="unknown format 'odt'"):
        read_sources([], settings=Settings(), format="odt")


# No deadline: the first broken text loads the library that mends it.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_one_article_or_one_error(read, data):
    (outcome,) = read("-", stdin=BytesIO(data))
    assert isinstance(outcome, Article | ReadError)


def test_plain_text_loads_neither_trafilatura_nor_urllib3(folder):
    code = (
        "import sys\nfrom sayso.read import read_sources\nfrom sayso.settings import Settings\n"
        f"articles = list(read_sources([{str(folder / 'a.txt')!r}], settings=Settings()))\n"
        "assert len(articles) == 1\n"
        "slow = {'trafilatura', 'urllib3', 'lxml', 'charset_normalizer'} & set(sys.modules)\n"
        "assert not slow, slow\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("opening", ["<!-- ", "<!-- note --> " * 400, "<!--" + "x" * 5000 + "-->"])
def test_comments_to_the_end_of_what_is_looked_at_are_of_a_page(tmp_path, opening):
    words = "The minister said on Friday that the region would stay with all of its people."
    (tmp_path / "page").write_text(f"{opening}<p>{words}</p>")
    [read] = read_sources([str(tmp_path / "page")], settings=Settings())
    assert getattr(read, "text", read) == words if "-->" in opening else read.kind == "no-article"


PAGE = (
    '<html><head><title>Velmark stays</title><script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Velmark \\ud800 stays", "publisher": '
    '{"@type": "Organization", "name": "P\\udfff"}, "author": "A\\udc00 Ruel"}</script></head>'
    "<body><h1>Velmark &#xD800; stays</h1><p>“We stay here,” the minister said on Friday.</p>"
    "</body></html>"
)
LINE = (
    '{"id": "a\\ud800", "text": "One \\udfff says: \\ud83d\\ude00 no.", "title": "T\\udc00", '
    '"publisher": "P\\ud800", "url": "http://x.example/\\ud800", "published": "\\ud800"}'
)


@pytest.mark.parametrize(("name", "content"), [("a.html", PAGE), ("a.jsonl", LINE)])
def test_half_a_character_is_replaced_in_every_field(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    [article] = read_sources([str(tmp_path / name)], settings=Settings())
    assert isinstance(article, Article)
    repr(article).encode()
    texts = (article.text, article.title, article.publisher, article.url, article.given_id)
    assert [text for text in texts if set(text) & set(map(chr, range(0xD800, 0xE000)))] == []
    assert "\ufffd" in article.publisher
    if name == "a.jsonl":
        assert article.text == "One \ufffd says: \U0001f600 no."
        assert article.text.index("says") == 6


def test_links_out_of_a_folder_are_counted_and_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text("The minister said that it was secret.")
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop" / "a.txt").write_text("The minister said that it was open.")
    (tmp_path / "drop" / "b.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "drop" / "c.txt").symlink_to("a.txt")
    inside, asides = str(tmp_path / "drop"), Asides()
    read = list(read_sources([inside], settings=Settings(), asides=asides))
    assert [each.source for each in read] == [f"{inside}/a.txt", f"{inside}/c.txt"]
    assert asides.skipped["links that lead out of their folder"] == 1
