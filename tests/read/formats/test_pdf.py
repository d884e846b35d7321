"""PDF as fpdf2 and reportlab lay it out."""

import io

import pytest
from fpdf import FPDF
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
)

from sayso.read.formats.pdf import _Line, _paragraphs
from tests.read.formats.samples import pdf

TITLE = "Skerra opens the road to Karsk after long talks of two ministries in Torvesk"
NAMES = ("Orvel", "Askel", "Harrowgate", "Lower Tolland", "Upper Vennersby near Karsk")
LONG = [
    f"{n} \"We open the road to everybody who needs it,\" Minister Ana Ruel said on Friday. The "
    f"road had been shut for {n} months, since the bridge at {name} was mined by people unknown."
    for n, name in enumerate(NAMES * 4)
]  # fmt: skip


def test_lines_are_put_together_to_paragraphs_over_pages(reading):
    (article,) = reading(pdf(LONG)).articles
    title, *body = article.text.split("\n\n")
    assert title == article.title == TITLE
    assert [p for p in body if p != "Ministry of Roads of Skerra"] == LONG


def test_indented_lines_begin_paragraphs_without_space_between(reading):
    style = ParagraphStyle("i", getSampleStyleSheet()["Normal"], firstLineIndent=14, alignment=4)
    title = Paragraph(TITLE, getSampleStyleSheet()["Title"])
    out = io.BytesIO()
    SimpleDocTemplate(out).build([title, *(Paragraph(each, style) for each in LONG)])
    (article,) = reading(out.getvalue()).articles
    assert article.text.split("\n\n") == [TITLE, *LONG]


def test_a_number_that_ends_a_page_is_of_its_text_where_it_counts_no_pages(reading):
    style = getSampleStyleSheet()["Normal"]
    out = io.BytesIO()
    SimpleDocTemplate(out).build([Paragraph("The dam would be shut, he said, in<br/>2031", style)])
    (article,) = reading(out.getvalue()).articles
    assert article.text.endswith("in 2031")


def test_columns_are_read_one_after_the_other(reading):
    out = io.BytesIO()
    made = BaseDocTemplate(out)
    frames = [Frame(50 + 250 * n, 50, 235, 700) for n in range(2)]
    made.addPageTemplates(PageTemplate(frames=frames))
    style = ParagraphStyle("c", getSampleStyleSheet()["Normal"], spaceAfter=6)
    made.build([Paragraph(each, style) for each in LONG])
    (article,) = reading(out.getvalue()).articles
    assert article.text.split("\n\n") == LONG


def test_words_that_are_cut_for_the_line_are_whole_again():
    lines = [
        ("The road of the min\x02", 90),
        ("istry is long\x02", 80),
        ("term, a long-term one.", 90),
    ]
    placed = [_Line(text, 10, end, 100 - 12 * n, 12) for n, (text, end) in enumerate(lines)]
    assert _paragraphs(placed) == ["The road of the ministry is long-term, a long-term one."]


def test_dates_and_names_under_a_headline_are_taken(reading):
    (article,) = reading(pdf(["14 March 2031", "By Mira Tolland", *LONG[:3]])).articles
    assert article.published
    assert article.published.start == "2031-03-14"
    assert article.byline == ("Mira Tolland",)


def locked():
    made = FPDF()
    made.set_encryption("owner", "user")
    made.add_page()
    return bytes(made.output())


def bare():
    made = FPDF()
    made.add_page()
    return bytes(made.output())


@pytest.mark.parametrize(
    ("data", "kind"),
    [(locked(), "encrypted"), (bare(), "empty"), (pdf(LONG)[:300], "pdf"), (b"%PDF-1.7", "pdf")],
)
def test_what_cannot_be_read_is_an_error(reading, data, kind):
    assert reading(data).kinds == [("file", kind)]


def test_without_the_extra_it_says_what_to_install(reading, monkeypatch):
    monkeypatch.setattr("sayso.read.formats.pdf.find_spec", lambda _: None)
    assert 'pip install "sayso[pdf]"' in str(reading(b"%PDF-1.4").outcomes[0])
