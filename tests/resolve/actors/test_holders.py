"""Sources -> the spans that name somebody in them: what is joined, and what only looks so."""

import pytest

from sayso.records import Span
from sayso.resolve.actors.holders import holders
from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# A source | the holders that it joins
SOURCES = """
<p:Ana Ruel> and <p:Bo Tarn> | Ana Ruel; Bo Tarn
<p:Ana Ruel>, <p:Bo Tarn> and <p:Livia Corrant> | Ana Ruel; Bo Tarn; Livia Corrant
<p:Ana Ruel> as well as <p:Bo Tarn> | Ana Ruel; Bo Tarn
Both <l:Velmark> and its allies | Velmark; its allies
<l:Elmarch> and <l:Skerra> | Elmarch; Skerra
police and residents | police; residents
<p:Ana Ruel> & <p:Bo Tarn> | Ana Ruel; Bo Tarn
clerk <p:Ana Ruel> and vice minister <p:Bo Tarn> | clerk Ana Ruel; vice minister Bo Tarn
<o:Bank of Almis and Hadrov> | Bank of Almis and Hadrov
<p:Ana Ruel> | Ana Ruel
<p:Ana Ruel>, mayor of <l:Almis> | Ana Ruel, mayor of Almis
<p:Ana Ruel>, the president and chief executive | Ana Ruel, the president and chief executive
the president and chief executive, <p:Ana Ruel> | the president and chief executive, Ana Ruel
<g:British> and <g:American> intelligence sources | British and American intelligence sources
friends and family of <p:Ana Ruel> | friends and family of Ana Ruel
the old and the new | the old and the new
The head of <o:the Front> and <l:Skerra> | The head of the Front; Skerra
The head of the army and the mayor of <l:Garth> | The head of the army; the mayor of Garth
The mayors of <l:Garth> and <l:Skelby> | The mayors of Garth and Skelby
The mayors of <l:Garth> and <p:Ana Ruel> | The mayors of Garth; Ana Ruel
"""


@pytest.mark.parametrize("line", SOURCES.strip().splitlines())
def test_joint_sources(line):
    marked, wanted = line.split(" | ")
    article, annotation = read(marked)
    names = who_is_who(article, annotation).names.all
    spans = holders(article.text, Span(0, len(article.text)), names)
    assert "; ".join(span.of(article.text) for span in spans) == wanted


# What an office, or a clause, is for joins nobody.
OFFICES = """
<p:Ana Ruel>, the watch's director for <l:Elmarch> and <l:Skerra>
The envoy for South and West <l:Skerra>, <p:Bo Tarn>
<o:Almis Watch>'s <l:Near East> and <l:North Skerra> director <p:Bo Tarn>
<p:Bo Tarn>, who covers <l:Elmarch> and <l:Skerra> for a bank
Under-secretary-general for Peace and Public Affairs <p:Ana Ruel>
"""


@pytest.mark.parametrize("marked", OFFICES.strip().splitlines())
def test_a_joint_in_what_an_office_is_for(marked):
    article, annotation = read(marked)
    names = who_is_who(article, annotation).names.all
    source = Span(0, len(article.text.rstrip()))
    assert holders(article.text, source, names) == (source,)


@pytest.mark.parametrize("words", ["", " ", ",", " and ", "Both and so", "'s", ", and ,"])
def test_a_source_that_names_nobody(words):
    spans = holders(words, Span(0, len(words)), [])
    assert all(span.start < span.end for span in spans)
    assert len(spans) <= 1
