"""The page's list: names first, the article's words beside them, chains in order, reasons shown."""

import re
from dataclasses import replace

from sayso.export.page import page
from sayso.records import Record, Span
from tests.export.browsing import Read
from tests.notation import read
from tests.view.drafting import talks, unsaid_bridge, write


def rows(record: Record) -> list[str]:
    """Return the HTML of each row."""
    listed = page(record).partition("<ol")[2].partition("</ol>")[0]
    return re.findall(r"<li.*?</li>", listed, re.DOTALL)


def words(row: str) -> str:
    return " ".join(Read(row).text("li").split())


def test_the_name_leads_and_the_articles_words_stay_visible() -> None:
    first, second, third = rows(talks())[:3]
    assert words(first).startswith("1 Marek Dunov offers")
    assert "the president's spokesman said" in words(first)
    assert "he ruled out" in words(second)
    assert re.search(r'<a class="who" href="#actor-1">', second)
    assert '<span class="who">' not in third  # the source is the name itself
    assert '<span class="says">told</span>' in third


def test_two_speakers_and_nobody() -> None:
    shown = rows(talks())
    assert words(shown[8]).startswith("9 Government of Velmark and the northern allies criticises")
    assert words(shown[7]).startswith(
        "8 nobody named: the text does not make clear who says so statement doubtful (62%) asserts"
    )


def test_an_act_bears_its_marks() -> None:
    shown = rows(talks())
    assert '<span class="act">offers</span>' in shown[0]
    assert '<span class="act neg" title="put forward as not so">refuses</span>' in shown[1]
    assert '<span class="act neg open" title="put forward as not so, on a condition">' in shown[2]
    assert "demands: not so" in words(shown[2])
    assert "on condition “come to Torvesk to talk about borders”" in words(shown[2])
    assert words(shown[8]).partition("criticises ")[2].startswith("possibly")


def test_the_chain_runs_in_order_and_each_link_leads_to_its_words() -> None:
    record = talks()
    row = rows(record)[5]
    assert "→ reported by Milena Tarsova → quoted by Ostranian Telegraph Agency" in words(row)
    text = record.article.text
    targets = [Span(int(a), int(b)).of(text) for a, b in re.findall(r'href="#w(\d+)-(\d+)"', row)]
    assert targets == ["Foreign Minister Milena Tarsova", "The Ostranian Telegraph Agency"]
    assert f'inside <a class="to" href="#{record.statements[4].id}">statement 5</a>' in row


def test_addressee_channel_and_time_are_told_once() -> None:
    shown = [words(row) for row in rows(talks())]
    assert "→ told reporters · at the Citadel" in shown[2]
    assert "to reporters" not in shown[2]
    assert "to Milena Tarsova · in a televised address" in shown[6]
    assert "· said Friday (14 March 2031)" in shown[0]


def test_what_was_left_out_is_not_linked() -> None:
    record = talks()
    kept = record.only(lambda s: s.id != record.statements[4].id)
    assert "inside" not in rows(kept)[4]


def test_reasons_scores_and_offsets_open_without_script() -> None:
    record = talks()
    details = Read(rows(record)[0]).text("details")
    assert "Statement 97%: The clause before the comma is what the spokesman said." in details
    assert "Speaker 90%: “the president's spokesman”: the one spokesman" in details
    assert "Act: “ready to” before a deed is an offer." in details
    assert record.statements[0].id in details
    silent = Read(rows(record)[7]).text("details")
    assert "Speaker: The text does not make clear who says so." in silent
    assert "Act: no reason was given." in silent


def test_the_words_stand_in_the_order_of_the_text() -> None:
    record = write(*read("{T1:It is so}, {C1:according to} {S1:Ana}. {T2:Yes}{C2::} {S2:Bo}."))
    before, colon = rows(record)
    assert "according to Ana" in words(before)
    assert Read(colon).text("a").startswith("BoYes")
    apart = replace(record.statements[0], cue=(Span(0, 2),))
    row = rows(replace(record, statements=(apart, record.statements[1])))[0]
    assert "It … Ana" in words(row)


def test_what_was_not_said_reads_so() -> None:
    shown = rows(unsaid_bridge())
    assert '<span class="act unsaid">not said</span>' in shown[1]
    assert shown[1].startswith('<li id="s2" class="k2 unsaid"')
    assert words(shown[2]).startswith("3 Ruel may be said may deny")
    assert words(shown[5]).startswith("6 Ruel asked whether")
    assert "Not said: “not tell” tells so." in words(shown[1])
    html = page(unsaid_bridge())
    assert "2 statements · 2 not said · 1 may be said · 1 asked whether</h2>" in html
    assert "denies" not in html
