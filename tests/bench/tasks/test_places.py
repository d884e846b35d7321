"""The places benchmark on articles of our own, and on the corpora where they are."""

from dataclasses import replace

import pytest

from bench.tasks import places
from corpora.toponyms import PlacedArticle, Toponym
from sayso.errors import ReadError
from sayso.records import Location, Place, Span

TEXT = "Almis is far from Aleppo, and Karsk is not listed."
ALMIS = Toponym(Span(0, 5), 9, 10.0, 20.0, "France")
ALEPPO = Toponym(Span(18, 24), 170063, 36.2, 37.16, "Syria")
KARSK = Toponym(Span(30, 35))
ARTICLE = PlacedArticle("velmark", TEXT, (ALMIS, ALEPPO, KARSK))


def place(span, number, country, lat, lon):
    return Place(span, "literal", Location(number, "x", country or "", "", lat, lon, "P"), 1.0, "")


def guess(_, mentions):
    nothing = place(mentions[0].span, None, None, None, None)
    right = place(mentions[1].span, 170063, "SY", 36.5, 37.16)
    return (nothing, right, place(mentions[2].span, 1, "SY", 0.0, 0.0))


def test_scores_count_every_toponym_with_coordinates():
    judged = places.judge([ARTICLE], guess)
    scores = places.scores(judged)
    assert scores["toponyms"] == 2
    assert scores["resolved"] == scores["within_161_km"] == 0.5
    assert scores["same_geonames_id"] == scores["same_country"] == 0.5
    assert scores["mean_km_resolved"] == pytest.approx(33.4, abs=0.1)
    assert scores["mean_km"] == pytest.approx((33.4 + places.FARTHEST_KM) / 2, abs=0.1)
    assert places.worst(judged, 1)[0]["span"] == [0, 5]


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 180), 20015),
        ((0, 0), (1, 0), 111.2),
        ((90, 5), (90, 9), 0),
    ],
)
def test_kilometres(a, b, km):
    assert places.kilometres(*a, *b) == pytest.approx(km, abs=0.5)


def test_recognition():
    scores = places.recognition([ARTICLE], lambda _: [Span(18, 24), Span(0, 4)])
    assert scores["found_precision"] == 0.5
    assert scores["found_recall"] == pytest.approx(1 / 3)
    assert scores["found_f1"] == pytest.approx(0.4)


def test_a_toponym_that_the_record_cuts_otherwise_is_judged_by_what_stands_there():
    wide = place(Span(14, 24), 170063, "SY", 36.5, 37.16)
    almis, aleppo = places.judge([ARTICLE], lambda *_: (wide,))
    assert almis.km == places.FARTHEST_KM
    assert aleppo.place is wide


def test_the_engine_places_what_gold_marks_and_finds_by_itself(engine):
    text = "Ana Ruel flew from Paris to Aleppo, Syria, on Friday."
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in ("Aleppo", "Syria")]
    placed = PlacedArticle("one", text, tuple(Toponym(span) for span in spans))
    placing, finding = places.systems(engine, [placed])
    answered = placing(places.article_of(placed), places.mentions_of(placed))
    assert {p.mention: p.location.country for p in answered}[spans[0]] == "SY"
    assert Span(19, 24) in finding(places.article_of(placed))


def test_a_wide_place_is_right_by_its_page():
    china = Toponym(Span(0, 5), None, 35.0, 103.0, page="China")
    china_itself = Location(1814991, "China", "CN", "", 35.0, 105.0, "A")
    place = Place(Span(0, 5), "literal", china_itself, 1.0, "")
    judged = places.Judged("velmark", china, "China", place, 182.0, None)
    assert judged.right
    assert not replace(judged, gold=replace(china, page="Mongolia")).right


def test_an_absent_corpus_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    with pytest.raises(ReadError, match="not there"):
        places.load("geovirus")
