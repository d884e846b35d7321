"""Reading what a system printed: what is taken, and every way in which a file can be wrong."""

import json

import pytest

from bench import systems
from bench.scorer import Scored
from corpora.documents import Document, Labelled
from sayso.errors import ReadError
from sayso.records import Span

TOLAN = Document("tolan", "Tolan said Karsk will vote.", ())
PETRAK = Document("petrak", "“Nobody – asked us,” Petrak said.", ())

STATEMENT = {"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, 26]], "score": 0.9}


def line(document=TOLAN, statements=(), **article):
    about = {"given_id": document.id, "text": document.text, **article}
    return json.dumps({"article": about, "statements": list(statements)}, ensure_ascii=False)


def written(tmp_path, *lines):
    path = tmp_path / "out.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_lines_are_put_in_the_order_of_the_documents(tmp_path):
    path = written(tmp_path, line(PETRAK), "", line(TOLAN, [STATEMENT]))
    expected = Scored(Labelled((Span(0, 5),), (Span(6, 10),), (Span(11, 26),)), 0.9)
    assert systems.read(path, [TOLAN, PETRAK]) == [[expected], []]


def test_other_articles_are_passed_over(tmp_path):
    path = written(tmp_path, line(PETRAK), line(TOLAN))
    assert systems.read(path, [PETRAK]) == [[]]


def test_an_article_may_give_its_id_only(tmp_path):
    row = {"article": {"id": "tolan", "text": TOLAN.text}, "statements": []}
    assert systems.read(written(tmp_path, json.dumps(row)), [TOLAN]) == [[]]


@pytest.mark.parametrize("absent", [None, []])
def test_absent_parts_and_scores(tmp_path, absent):
    bare = {"source": absent, "content": [[20, 26], [11, 16]]}
    path = written(tmp_path, line(statements=[bare]))
    expected = Scored(Labelled((), (), (Span(11, 16), Span(20, 26))), 1.0)
    assert systems.read(path, [TOLAN]) == [[expected]]


def test_a_paragraph_separator_inside_a_text_does_not_end_the_line(tmp_path):
    document = Document("odd", "Tolan said\u2028no.\x85", ())
    assert systems.read(written(tmp_path, line(document)), [document]) == [[]]


@pytest.mark.parametrize(
    ("lines", "kind", "says"),
    [
        (["{"], "json", "out.jsonl:1"),
        (["[]"], "form", "not a JSON object"),
        (["{}"], "form", "`article` is missing"),
        ([line(text=None)], "form", "`text` is missing"),
        ([line(text="Tolan said Karsk may vote.")], "text", "offset 17 on: 'may vote.'"),
        ([line(text=TOLAN.text + " ")], "text", "offset 27 on"),
        ([line(), line()], "twice", "out.jsonl:2"),
        ([line(PETRAK)], "missing", "1 of 1 articles are missing, tolan first"),
        (['{"error": {"source": "-:1", "kind": "empty"}}'], "error", "failed on an article"),
        ([line(statements=["no"])], "form", "not a JSON object"),
        ([line(statements=[{"content": [[3, 3]]}])], "span", "[3, 3]"),
        ([line(statements=[{"content": [[3, 28]]}])], "span", "[3, 28]"),
        ([line(statements=[{"content": [[-1, 3]]}])], "span", "[-1, 3]"),
        ([line(statements=[{"content": ["ab"]}])], "span", "'ab'"),
        ([line(statements=[{"cue": [[0, 2.5]]}])], "span", "`cue`"),
        ([line(statements=[{"score": 1.5}])], "form", "1.5"),
        ([line(statements=[{"score": True}])], "form", "True"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(tmp_path, lines, kind, says):
    with pytest.raises(ReadError) as caught:
        systems.read(written(tmp_path, *lines), [TOLAN])
    assert caught.value.kind == kind
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ReadError, match="cannot be read"):
        systems.read(tmp_path / "none.jsonl", [TOLAN])


def test_articles_are_what_a_system_reads():
    rows = [json.loads(row) for row in systems.articles([TOLAN, PETRAK])]
    assert rows == [{"id": d.id, "text": d.text} for d in (TOLAN, PETRAK)]
