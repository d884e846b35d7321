"""Which times beside a reporting word are those of the reporting."""

import pytest

from sayso.resolve.layout import Layout
from sayso.resolve.times.saying import said_at
from sayso.resolve.times.times import times
from tests.notation import read

SAYING = [
    # Behind the cue, in its clause.
    ("{T:It was open}, {S:Ana} {C:said} in a talk with Bo on Friday.", ["Friday"]),
    ("{S:Ana} {C:told} reporters in Doum after a meeting on Friday {T:it was open}.", ["Friday"]),
    ("{S:Ana} {C:said} in a film that was aired on Friday {T:it was open}.", ["Friday"]),
    ("{T:It was open}, {S:Ana} {C:said}, adding that it was shut on Friday.", [""]),
    ("{S:Ana} {C:praised} {T:Bo}, who will be tried on May 3, 2014.", [""]),
    ("{S:Ana} {C:said} Friday's vote {T:was open}.", [""]),
    ("{S:Ana} {C:said} in Friday's statement {T:it was open}.", ["Friday"]),
    # Between source and cue.
    ("{S:Ana} on Friday {C:said} {T:it was open}.", ["Friday"]),
    ("{S:The report}, released on Friday, {C:said} {T:it was open}.", ["Friday"]),
    ("{S:Ana}, who left on Friday, {C:said} {T:it was open}.", [""]),
    ("{S:Skerra}, which took in many in 2014, {C:said} {T:it was open}.", [""]),
    ("{S:Ana} defended the law on Friday, {C:telling} Bo {T:it was open}.", ["Friday"]),
    ("{S:Ana} hit a man who fled on Friday, {C:telling} Bo {T:it was open}.", [""]),
    ("{S:Officials} speaking in Doum on Friday {C:said} {T:it was open}.", ["Friday"]),
    # At the head of its clause.
    ("Asked on Friday whether it was shut, {S:Ana} {C:said} {T:it was open}.", ["Friday"]),
    ("In a letter dated May 3, 2014, {S:Ana} {C:asked} {T:for it}.", ["May 3, 2014"]),
    ("On Friday, after the vote, {S:Ana} {C:said} {T:it was open}.", ["Friday"]),
    ("On Friday Bo left for Doum, where {S:Ana} {C:said} {T:it was open}.", [""]),
    ("DOUM, May 3, 2014 (NWA) - {S:Ana} {C:says} {T:it is open}.", [""]),
    ("Now {S:Ana} {C:says} {T:it is open}.", [""]),
    ("Two current and former {S:guards} {C:said} {T:it was open}.", [""]),
    ("After Tuesday, on Friday, {S:Ana} {C:said} {T:it was open}.", ["Friday"]),
]


@pytest.mark.parametrize(("marked", "wanted"), SAYING)
def test_a_time_of_saying_is_of_the_clause_of_the_reporting_word(marked, wanted):
    article, annotation = read(marked)
    layout, every = Layout.of(article, annotation.statements), times(article)
    said = [said_at(n, every, layout) for n in range(len(annotation.statements))]
    assert [each.mention.of(article.text) if each else "" for each in said] == wanted
