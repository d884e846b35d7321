"""LGL and GeoVirus: articles with toponyms, each of which stands where it says."""

import pytest

from corpora.toponyms import Toponym, geovirus, lgl
from sayso.records import Span

XML = """<articles><article docid="7"><url>u</url><text>&amp; Almis, Karsk</text><toponyms>
<toponym><start>2</start><end>7</end><phrase>Almis</phrase><gaztag geonameid="9"><lat>1.5</lat>
<lon>2</lon><country>France</country></gaztag></toponym>
<toponym><start>{start}</start><end>14</end><phrase>Karsk</phrase></toponym>
</toponyms></article></articles>"""


def test_lgl_is_read_and_its_spans_checked(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    (tmp_path / "places").mkdir()
    file = tmp_path / "places" / "lgl.xml"
    file.write_text(XML.format(start=9), "utf-8")
    [article] = lgl()
    assert (article.id, article.text, article.url) == ("lgl/7", "& Almis, Karsk", "u")
    first, second = article.toponyms
    assert first == Toponym(Span(2, 7), 9, 1.5, 2.0, "France")
    assert second == Toponym(Span(9, 14))
    file.write_text(XML.format(start=8), "utf-8")
    with pytest.raises(ValueError, match="Karsk"):
        lgl()


@pytest.mark.parametrize(("read", "count"), [(lgl, 5088), (geovirus, 2170)])
def test_corpora(read, count):
    try:
        articles = read()
    except FileNotFoundError:
        pytest.skip("the corpus is not on this machine")
    assert sum(len(a.toponyms) for a in articles) == count
    assert {a.part for a in articles} == {"train", "test"}
