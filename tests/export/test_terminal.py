"""The terminal: marks that show with and without colour, and text that cannot command it."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from rich.console import Console

from sayso.export.terminal import lines, show
from sayso.records import Article, ModelInfo, Moment, Record, Sighting, Span
from sayso.view.articles import sighting_view
from sayso.view.characters import ODD, visible
from sayso.view.leads import Lead
from sayso.view.lists import ArticleLine, StatementLine
from tests.notation import read
from tests.view.drafting import Conclusion, Someone, Stage, talks, unsaid_bridge, write
from tests.view.random_records import PLAIN, records

MARK = re.compile(r"\[(?:\d+…?(?:who|says|what|notsaid|maybesaid|askedwhether)|skipped):")
CODES = re.compile(r"\x1b\[[0-9;]*m")


DUNOV = write(*read('{T:"We wait,"} {S:Marek Dunov} {C:said}.'))


def shown(
    record: Record,
    *,
    width: int = 80,
    colour: bool = False,
    sightings: tuple[Sighting, ...] = (),
) -> str:
    file = io.StringIO()
    system = "standard" if colour else None
    console = Console(file=file, width=width, force_terminal=colour, color_system=system)
    show(record, console, sightings)
    return file.getvalue()


def of_text(text: str) -> Record:
    return write(Article(text, "a.txt"))


def body(output: str) -> str:
    """Return what stands between the facts and the list, free of line breaks and spaces."""
    inner = re.split(
        r"\d+ statements?(?: ·.*)?\n|No statement was found", output.partition("\n")[2]
    )[0]
    return "".join(inner.split())


def test_plain_output_brackets_each_part_in_place() -> None:
    assert '[1 what: "We wait,"] [1 who: Marek Dunov] [1 says: said].' in shown(DUNOV)


def test_brackets_nest_and_a_part_that_crosses_is_reopened() -> None:
    nested = shown(write(*read("{S1:Tarsova} {C1:said} {T1:{S2:Stavin} {C2:denied} {T2:it}}.")))
    assert "[1 what: [2 who: Stavin] [2 says: denied]\n[2 what: it]]." in nested
    record = write(*read("ab{T:cdef}"))
    (statement,) = record.statements
    crossed = replace(record, statements=(replace(statement, source=(Span(0, 4),)),))
    assert "[1 who: ab[1 what: cd]][1… what: ef]" in shown(crossed)


def test_the_whole_report() -> None:
    output = shown(talks())
    assert output.startswith("Northwire · 14 March 2031 · Mira Tolland ·")
    assert "\n\n[skipped: Read more: The bridge at Hadrov]\n\n" in output
    assert (
        "\n10 statements · 2 doubtful\n"
        " 1  mixed      97%  Marek Dunov (“the president's spokesman”) — offers “said” —\n"
    ) in output
    assert (
        " 2  indirect   88%  Marek Dunov (“he”) — refuses “ruled out” — any discussion of\n"
        "                    who owns the region\n"
        " 3"
    ) in output
    assert (
        " 8  direct     62%  nobody named: the text does not make clear who says so —\n"
        '                    statement doubtful (62%) — asserts — "We have been here\n'
    ) in output
    assert "Doubtful: less than 70% sure." in output
    assert max(map(len, output.splitlines())) <= 80
    assert not [line for line in output.splitlines() if line != line.rstrip()]


def test_an_entry_says_how_the_words_came() -> None:
    output = " ".join(shown(talks()).split())
    assert "→ told reporters · at the Citadel" in output
    assert "→ reported by Milena Tarsova → quoted by Ostranian Telegraph Agency" in output
    assert "hadrov inside 4 " in output.lower()
    assert "· said Friday (14 March 2031)" in output
    assert "to Milena Tarsova · in a televised address" in output
    assert (
        "Marek Dunov — demands: not so “told”, on condition “come to Torvesk to talk about borders”"
    ) in output
    assert "— criticises “called”, possibly —" in output


@pytest.mark.parametrize("colour", [False, True])
def test_who_where_and_when_stand_after_the_list(colour: bool) -> None:
    output = CODES.sub("", shown(talks(), colour=colour))
    block = output[output.index("\nWho ") :]
    assert block.startswith("\nWho    Marek Dunov 3 · ")
    assert "\nWhere  Torvesk (Portugal, city)\n" in block
    assert "\nWhen   Friday = 14 March 2031 · September 2029 · two months = 2 months" in block
    assert "\nWho " not in shown(of_text("Nothing was said."))


HEAD = ArticleLine("3f9a", "2031-03-14", "Northwire", "Talks")


def row(**fields: object) -> StatementLine:
    values = {
        "article": HEAD,
        "speaker": "Marek Dunov",
        "source": "he",
        "act": "refuses",
        "content": "to go",
    }
    return StatementLine(**(values | fields))  # type: ignore[arg-type]


def listed(*rows: StatementLine, width: int = 88) -> str:
    file = io.StringIO()
    lines(rows, Console(file=file, width=width, color_system=None))
    return file.getvalue()


def test_rows_of_one_article_stand_under_its_title() -> None:
    full = row(
        passed=(
            Lead("→ told ", "Northwire"),
            Lead(" → cited by ", "the Post"),
            Lead(" · to ", "parliament"),
            Lead(" · ", "said Friday (14 March 2031)"),
        ),
        spots=(Lead("where: ", "Torvesk (Portugal, city)"), Lead(", ", "Karsk")),
    )
    bare = row(article=ArticleLine("", "", "", ""), speaker="", source="", act="")
    assert listed(full, row(source=""), bare) == (
        "2031-03-14 · Northwire  Talks  3f9a\n"
        "  Marek Dunov (“he”) — refuses — to go\n"
        "    → told Northwire → cited by the Post · to parliament · said Friday (14 March 2031) ·\n"
        "    where: Torvesk (Portugal, city), Karsk\n"
        "  Marek Dunov — refuses — to go\n"
        "\n"
        "Untitled article\n"
        "  nobody named — to go\n"
    )


COURIER = Sighting("c", "Sarnholt Courier", published=Moment("2031-03-15", "2031-03-15", "day"))


def test_where_else_a_text_was_seen_stands_under_its_facts() -> None:
    head = replace(HEAD, elsewhere=(sighting_view(COURIER),))
    line = "also seen: Sarnholt Courier · 15 March 2031 · c\n"
    assert listed(row(article=head)).splitlines(keepends=True)[1] == f"  {line}"
    assert shown(talks(), sightings=(COURIER,)).splitlines(keepends=True)[2] == line
    assert "also seen" not in shown(talks(), sightings=(talks().article.sighting,))


def test_rows_cannot_command_the_terminal_and_keep_to_the_width() -> None:
    evil = "\x1b[2J\u202e[red]x\n"
    output = listed(
        row(
            **dict.fromkeys(("speaker", "content", "act"), evil),
            article=replace(HEAD, title=evil),
            passed=(Lead("→ told ", evil), Lead(evil, "Friday")),
        ),
        width=40,
    )
    assert not ODD.search(output)
    assert "[red]x" in output
    assert max(map(len, listed(row(content="word " * 90), width=30).splitlines())) <= 30


@pytest.mark.parametrize("width", [200, 80, 40, 20])
def test_lines_keep_to_the_width(width: int) -> None:
    output = shown(talks(), width=width)
    assert max(map(len, output.splitlines())) <= min(width, 88)


@given(records(PLAIN))
def test_plain_output_keeps_every_character(record: Record) -> None:
    output = MARK.sub("", body(shown(record))).replace("]", "")
    expected = "".join(visible(record.article.text).split())
    beside = record.article.title if record.article.title_span is None else ""
    assert output == "".join(beside.split()) + expected


@given(records(PLAIN))
def test_brackets_are_balanced(record: Record) -> None:
    output = shown(record)
    assert output.count("[") == output.count("]")


@given(records())
def test_no_text_can_command_the_terminal(record: Record) -> None:
    assert not ODD.search(shown(record, width=60))
    assert not ODD.search(CODES.sub("", shown(record, width=60, colour=True)))


def test_markup_and_emoji_codes_in_the_text_are_words() -> None:
    text = "[bold]x[/bold] [link=https://a.example]y[/link] :smile: [/] \\[z]"
    for colour in (False, True):
        assert text in shown(of_text(text), colour=colour)
    record = write(*read("{T:x}"))
    article = Article("x", "[red]a.txt[/red]", title="[b]t[/b]")
    for colour in (False, True):
        other = replace(record, article=article, model=ModelInfo("[i]m", "1"))
        output = shown(other, colour=colour)
        assert "[red]a.txt[/red]" in output
        assert "[b]t[/b]" in output
        assert "[i]m 1" in output


def test_a_text_cannot_forge_a_bracket() -> None:
    output = shown(of_text("So [1 who: Nobody] [12… says: said] [skipped: x] [1] [sic]"))
    assert "So (1 who: Nobody] (12… says: said] (skipped: x] [1] [sic]" in output


def test_colour_tells_the_parts_apart_and_numbers_name_the_statement() -> None:
    output = shown(DUNOV, colour=True)
    assert '\x1b[32m"We wait,"\x1b[0m \x1b[1;36mMarek Dunov\x1b[0m \x1b[3;35msaid\x1b[0m' in output
    assert "said¹." in CODES.sub("", output)
    assert "[1" not in CODES.sub("", output)


def test_no_color_falls_back_to_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    output = shown(talks(), colour=True)
    assert "[2 who: he]" in CODES.sub("", output)


def test_a_console_of_a_small_character_set_shows_question_marks() -> None:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="ascii")
    show(of_text("Café 句"), Console(file=file, width=60, color_system=None))
    file.flush()
    assert b"Caf? ?" in raw.getvalue()


def test_a_denial_is_red_and_a_name_stands_out_from_the_words_for_it() -> None:
    output = shown(talks(), colour=True)
    assert "\x1b[1;36mMarek Dunov\x1b[0m\x1b[36m (“he”)\x1b[0m — \x1b[31mrefuses \x1b[0m" in output


def test_what_was_not_said_is_marked_apart() -> None:
    output = " ".join(shown(unsaid_bridge(), width=88).split())
    assert "[2 who: he] [2 says: did not tell] Northwire [2 not said: who had closed it]." in output
    assert "[4 what: [5 who: nobody] [5 says: had confirmed] [5 not said: the toll]]." in output
    assert "2 statements · 2 not said · 1 may be said · 1 asked whether" in output
    assert "Ruel (“he”) — not said “did not tell” — who had closed it → to Northwire" in output
    assert "Ruel — may be said “may deny” — that it ever was" in output
    assert "Who Ruel 1 · Signe Halvard 1 Not said Ruel 1 May be said Ruel 1 Asked" in output
    assert "denies" not in output


def test_what_was_not_said_has_a_colour_of_its_own() -> None:
    output = shown(unsaid_bridge(), colour=True)
    assert "\x1b[32mthe bridge was open\x1b[0m" in output
    assert "\x1b[34mwho had closed it\x1b[0m" in output
    assert "\x1b[34mthe toll\x1b[0m" in output  # inside words that were said
    assert "\x1b[1;34mmay be said \x1b[0m" in output


def test_rows_of_what_was_not_said_say_so() -> None:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, color_system="standard", width=88)
    lines([row(act="not said", said="no")], console)
    assert "\x1b[1;34mnot said\x1b[0m — \x1b[34mto go\x1b[0m" in file.getvalue()


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [30, 80])
def test_what_is_doubtful_is_told_in_words(colour: bool, width: int) -> None:
    marked = read('{T1:"We wait,"} {S1:Dunov} {C1:said}. {S2:He} {C2:said} {T2:it rained}.')
    given = [Conclusion(speakers=["Dunov"]), Conclusion(speakers=["Dunov"], sure=0.55)]
    record = write(*marked, given, Stage([Someone("Dunov", "person")]))
    output = " ".join(CODES.sub("", shown(record, colour=colour, width=width)).split())
    assert "2 statements · 1 doubtful" in output
    assert "Dunov (“He”) — speaker doubtful (55%) — asserts “said” — it rained" in output
    assert "Who Dunov 2 (1 doubtful)" in output
    assert "Doubtful: less than 70% sure." in output
    assert output.count("doubtful (") == 1


def test_where_nothing_is_doubtful_nothing_is_told() -> None:
    assert "oubtful" not in shown(DUNOV)
