"""Documents of Word."""

import pytest

from tests.read.formats.samples import WORDS, docx, zipped

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def document(body, head=""):
    """Return a document whose body is written by hand."""
    xml = f"{head}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"
    return zipped(
        {"_rels/.rels": RELS, "[Content_Types].xml": "<Types/>", "word/document.xml": xml}
    )


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize("style", ["Title", "Heading 1", "Normal"])
def test_a_document_is_its_title_and_paragraphs(reading, style):
    (article,) = reading(docx(WORDS, style=style), "a.docx").articles
    assert article.text == "\n\n".join(["Skerra opens the road to Karsk", *WORDS])
    assert article.title == "Skerra opens the road to Karsk"


def test_changes_on_record_are_read_as_accepted(reading):
    deleted = f"<w:del w:id='1'>{run('shut')}</w:del>"
    added = f"<w:ins w:id='2'>{run('open')}</w:ins>"
    words = f"{run('The road is ')}{deleted}{added}"
    (article,) = reading(document(f"<w:p>{words}{run(', Ruel said.')}</w:p>"), "a.docx").articles
    assert article.text == "The road is open, Ruel said."


def test_a_table_is_its_cells(reading):
    cells = "".join(f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in WORDS)
    (article,) = reading(document(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), "a.docx").articles
    assert article.text == "\n\n".join(WORDS)


BOMB = "<!DOCTYPE a [<!ENTITY a '" + "a" * 100 + "'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 40}'>" for n in range(8)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (document(""), "empty"),
        (document("<w:p>" + run("&i;") + "</w:p>", BOMB), "docx"),
        (document("<w:p>" + run(" " * 17 * 2**20) + "</w:p>"), "size"),
        (zipped({"_rels/.rels": RELS, "word/document.xml": "<w:p>"}), "docx"),
        (docx(WORDS)[:9000], "docx"),
    ],
)
def test_what_is_no_sound_document_is_told(reading, data, kind):
    assert reading(data, "a.docx").kinds == [("a.docx", kind)]


def test_nothing_is_loaded_that_a_document_names(reading, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("The secret word.")
    head = f"<!DOCTYPE a [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
    words = f"<w:p>{run('&x;')}{run('The road is open.')}</w:p>"
    for article in reading(document(words, head), "a.docx").articles:
        assert "secret" not in article.text
