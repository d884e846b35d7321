"""When statements were said, and what counts from then."""

from dataclasses import replace

import pytest

from sayso.records import Moment
from sayso.resolve.layout import Layout
from sayso.resolve.times.saying import said_at, when_spoken
from sayso.resolve.times.times import times
from tests.notation import read

SAYING = [
    ("On Friday, {S:Ana} {C:said} {T:it was open}.", ["Friday"]),
    ("{S:Ana} {C:said} on Friday {T:it was open}.", ["Friday"]),
    ("{S:Ana} {C:said} {T:it was open on Friday}.", [""]),
    ("{T:It was open}, {C:said} {S:Ana}. On Friday it rained.", [""]),
    ("Shut since Monday, it is open, {S:Ana} {C:said} {T:so}.", [""]),
    ("On Friday, {S1:Ana} {C1:said} {T1:yes}. {S2:She} {C2:added} {T2:no}.", ["Friday"] * 2),
    ("On Friday, {S1:Ana} {C1:said} {T1:yes}. {S2:Bo} {C2:said} {T2:no}.", ["Friday", ""]),
    ("On Friday, {S1:Ana} {C1:said} {T1:yes}.\n\n{S2:She} {C2:said} {T2:no}.", ["Friday", ""]),
    (
        "The letter is dated March 3, 2014. In it {S:Ana} {C:wrote} {T:it was open}.",
        ["March 3, 2014"],
    ),
    ("He left on March 3, 2014. {S:Ana} {C:wrote} {T:it was open}.", [""]),
]


@pytest.mark.parametrize(("marked", "wanted"), SAYING)
def test_when_a_statement_was_said(marked, wanted):
    article, annotation = read(marked)
    layout, every = Layout.of(article, annotation.statements), times(article)
    said = [said_at(n, every, layout) for n in range(len(annotation.statements))]
    assert [each.mention.of(article.text) if each else "" for each in said] == wanted


LATEST = [
    ("On May 3, 2014, {S:Ana} {C:will say} {T:it is open}.", "2014-05-02", "2014-05-03"),
    ("On May 3, 2014, {S:Ana} {C:said} {T:it was open}.", "2014-05-03", "2014-05-03"),
    ("On May 3, 2014, {S:Ana} {C:said} {T:it was open}.", "2014-05-02", ""),
    ("{S:Ana} {C:said} in May 2014 {T:it was open}.", "2014-05-02", "2014-05"),
    ("On May 3, 2014, {S:Ana} {C:said} {T:it was open}.", "", "2014-05-03"),
]


@pytest.mark.parametrize(("marked", "published", "value"), LATEST)
def test_nothing_was_said_after_publication(marked, published, value):
    article, annotation = read(marked)
    layout, every = Layout.of(article, annotation.statements), times(article)
    when = said_at(0, every, layout, published)
    assert (when.value if when else "") == value


BEHIND = [
    ("On April 21 {S:Ana} {C:claimed} {T:the town}.", "2013-04-21"),
    ("{S:Ana} {C:will say}, she {C:said} on Friday, {T:it is open}.", "2014-02-28"),
    ("{S:Ana} {C:will say} on Friday {T:it is open}.", "2014-03-07"),
    ("{S:Ana} {C:is to tell} {T:the council} on Monday.", "2014-03-03"),
    ("{S:Ana} {C:is expected to announce} on Friday {T:it is open}.", "2014-03-07"),
    ("{S:Ana} {C:was to say} on Friday {T:it is open}.", "2014-02-28"),
    ("In April {S:Ana} {C:claims} {T:the town}.", "2013-04"),
]


@pytest.mark.parametrize(("marked", "value"), BEHIND)
def test_a_day_of_saying_lies_behind(marked, value):
    article, annotation = read(marked)
    article = replace(article, published=Moment("2014-03-01", "2014-03-01", "day"))
    layout = Layout.of(article, annotation.statements)
    assert [time.value for time in times(article, layout)] == [value]


def test_times_inside_what_was_said_count_from_then():
    marked = (
        "On March 3, 2014, {S:Ana} {C:said} {T:it had rained on Tuesday}. It was dry on Tuesday."
    )
    article, annotation = read(marked)
    layout, every = Layout.of(article, annotation.statements), times(article)
    spoken = when_spoken([time.mention for time in every], every, layout)
    assert [each.value if each else "" for each in spoken] == ["", "2014-03-03", ""]
    assert [time.value for time in times(article, layout)][1] == "2014-02-25"
