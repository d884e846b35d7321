"""Time expressions: what is found in an article, which value it has and which days it means."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Article, Moment, Span, Timex
from sayso.resolve.times.times import times
from tests.resolve.times import expressions
from tests.resolve.times.reading import COLUMNS, DAY, marked_words, one, read, rows, shown

SENTENCES = [marked_words(marked)[0] for marked in expressions.SENTENCES]


@pytest.mark.parametrize(COLUMNS, rows(expressions.BOUNDS))
def test_words_before_a_time_set_its_bounds(
    marked: str, kind: str, value: str, start: str | None, end: str | None
) -> None:
    assert one(marked) == (kind, value, start, end)


@pytest.mark.parametrize(COLUMNS, rows(expressions.WITHOUT_DATE))
def test_without_a_date_only_what_the_text_settles_is_resolved(
    marked: str, kind: str, value: str, start: str | None, end: str | None
) -> None:
    assert one(marked, None) == (kind, value, start, end)


def test_a_month_of_publication_resolves_what_all_its_days_give_alike() -> None:
    text = "It fell last year and rose on Friday."
    moment = Moment("2023-03-01", "2023-03-31", "month")
    timexes = times(Article(text=text, source="test", published=moment))
    assert [(t.value, t.start) for t in timexes] == [("2022", "2022-01-01"), ("XXXX-WXX-5", None)]


def test_a_publication_date_that_is_none_counts_as_absent() -> None:
    moment = Moment("soon", "soon", "day")
    timexes = times(Article(text="It fell today.", source="test", published=moment))
    assert [(t.value, t.start, t.end) for t in timexes] == [("", None, None)]


NO_TIMES = [
    "Karsk may join the union.",
    "May the best side win.",
    "Protesters march through Almis.",
    "The March for Peace drew crowds.",
    "He came second in the poll, and she came first.",
    "The sun rose over Karsk; Sun Holdings shut.",
    "He told The Sun that it fell.",
    "A Velmar 747 landed.",
    "The envoy slept in room 1984.",
    "Some 2,000 people fled.",
    "About 2000 people fled.",
    "Resolution 1973 was vetoed.",
    "It cost $1999 to mend, or 1999%.",
    "Velmark beat Ostrania 2-1.",
    "A quarter of the votes were void.",
    "Prices fall and then spring back.",
    "The 41-year-old envoy, who is 52 years old, left.",
    "Jan Orlan met Mar Telle.",
    "They played on Black Monday at the club.",
    "The day of the vote is not set.",
    "The time of the vote is not set.",
    "Half of Karsk was dark.",
    "It opens as soon as it can.",
    "They lost the past nine elections.",
    "The Daily Banner and the Future of Karsk fund said so.",
    "The day I left was dull.",
    "It drew about 300 votes a mile from Almis.",
    "Ana told the Sunday Echo so.",
    "He lives on the 12th floor of Sunday Street.",
]


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_words_that_only_look_like_times_are_left_alone(sentence: str) -> None:
    assert shown(sentence) == []


EXTENTS = [
    "It opened in <t:late 2014>.",
    "It grew over <t:the past two years>.",
    "It has grown since <t:last September>.",
    "The <t:Nov. 1> deadline passed.",
    "The <t:third-quarter> loss grew.",
    "KARSK, <t:March 14> (NWA) - It rained.",
    "It closed on <t:Tuesday> in Almis at <t:18:00 UTC>.",
    "It ended at <t:7 p.m.> Nobody came.",
    "It ended on <t:Feb. 3>. Nobody came.",
    "It ended in <t:Sept.> Nobody came.",
    "It ended in <t:2014>.\n\n<t:May 3> was a holiday.",
    "It ended on\n<t:March\n3, 2014>.",
    "It has lasted over <t:a year>.",
    "It ended in just <t:over a year>.",
]


@pytest.mark.parametrize("marked", EXTENTS)
def test_a_mention_covers_what_timex3_covers(marked: str) -> None:
    text, words = marked_words(marked)
    assert shown(text) == words


def test_what_a_crawl_left_behind_is_not_read() -> None:
    text = "Posted 3 hours ago\n\nKarsk fell on Tuesday."
    assert [t.mention.of(text) for t in read(text, skips=(Span(0, 18),))] == ["Tuesday"]


def test_reasons_are_sentences_that_name_the_date_counted_from() -> None:
    (timex,) = read("The minister spoke on Tuesday.")
    assert timex.why == 'Tuesday before the article\'s date 2023-03-01, as "spoke" tells.'


def test_a_year_ago_compares_with_the_quarter_named_before() -> None:
    text = "In the third quarter of 2022 exports fell 3% from a year earlier."
    assert [t.value for t in read(text)] == ["2022-Q3", "2021-Q3"]


ODD = [
    *("", " ", "a", "\n\n", "1", "'", "p.m.", "the", "\u202eMarch 3\u202c", "\U0001f5d3 March 3"),
    *(
        "\u0661\u0662 March",
        "٣ مارس ٢٠٢٢ في كارسك",
        "March 32, 2014",
        "February 30",
        "25:99",
        "0:60",
    ),
    *("13/13/13", "00/00/0000", "2014-13-45", "the 99th century", "two million years ago"),
    *("9999 years from now", "the year 0000", "in 1500", "\ud800 Friday", "a a a a a years"),
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_without_harm(text: str) -> None:
    for timex in read(text):
        assert timex.mention.of(text)


LONG = [
    *("1" * 100_000, "1," * 50_000, "2014 " * 8_000, "the " * 30_000, "a half " * 20_000),
    *("Friday " * 4_000, "twenty-" * 8_000, "in the early " * 10_000, "\n" * 100_000),
    *("'" * 100_000, "p." * 50_000, "1:" * 50_000, "March 3, " * 4_000, "and to of " * 12_000),
]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:8].strip())
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 10


def test_time_grows_with_the_length_alone() -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        read(text)
        return time.process_time() - began

    paragraph = " ".join(SENTENCES) + "\n\n"
    seconds(paragraph)
    short = min(seconds(paragraph * 4) for _ in range(3))
    assert min(seconds(paragraph * 32) for _ in range(2)) < 8 * short * 4


WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
PIECES = [*WORDS, "\n\n", "“", "”", "—", "'s"]


def sound(text: str, timexes: tuple[Timex, ...]) -> None:
    """Check that mentions are ordered, apart and exact, and that bounds are in order."""
    last = 0
    for timex in timexes:
        assert last <= timex.mention.start < timex.mention.end <= len(text)
        assert timex.mention.of(text) == timex.mention.of(text).strip()
        assert timex.type in {"DATE", "TIME", "DURATION", "SET"}
        assert not (timex.start and timex.end) or timex.start <= timex.end
        assert timex.why.endswith(".")
        last = timex.mention.end


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from([DAY, "2024-02-29", None]))
def test_any_mixture_of_words_is_read_soundly(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    sound(text, read(text, published))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_soundly(text: str) -> None:
    sound(text, read(text))


def test_reading_twice_gives_the_same() -> None:
    sentences = [*SENTENCES]
    random.Random(3).shuffle(sentences)
    text = " ".join(sentences)
    assert read(text) == read(text)
