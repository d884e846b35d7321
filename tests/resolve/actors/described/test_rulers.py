"""Whoever rules a country is its government, as the words or the article tell which."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

ABOUT = "<l:Egypt> is hot. <l:Cairo> is hotter. <l:Egypt> has <g:Egyptian> sand."
EGYPT = "government of Egypt"

# A text, and below it the government that speaks in its last statement, or the words for who does.
TABLE = f"""
{{S:<d:The <g:Egyptian> government>}} {{C:said}} {{T:it is}}.
{EGYPT}

{{S:<d:The <l:Cairo> authorities>}} {{C:said}} {{T:it is}}.
{EGYPT}

{{S:<g:Egyptian> authorities}} {{C:said}} {{T:it is}}.
Egyptian authorities

<d:<g:Egyptian> president <p:Bo Tarn>> left. {{S:<d:<p:Tarn>'s government>}} {{C:said}} {{T:it is}}.
{EGYPT}

<d:<g:Egyptian> clerk <p:Bo Tarn>> left. {{S:<d:The <p:Tarn> regime>}} {{C:said}} {{T:it is}}.
{EGYPT}

{ABOUT} {{S:<d:The government>}} {{C:said}} {{T:it is}}.
{EGYPT}

{ABOUT} {{S:<d:The desert nation>}} {{C:said}} {{T:it is}}.
{EGYPT}

{ABOUT} {{S:<d:The ministry>}} {{C:said}} {{T:it is}}.
The ministry

<l:Libya> is hot. {ABOUT} <l:Libya> is <l:Libya>. {{S:<d:The government>}} {{C:said}} {{T:it is}}.
The government
"""


def rows():
    return [part.split("\n") for part in TABLE.strip().split("\n\n")]


@pytest.mark.parametrize(("marked", "name"), rows())
def test_which_government_speaks(marked, name):
    article, annotation = read(marked)
    (cluster,) = who_is_who(article, annotation).speakers[-1].clusters
    assert (cluster.government or cluster.references[0].span.of(article.text)) == name
