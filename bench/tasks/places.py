"""The places benchmark: articles with gold toponyms -> how many are found and rightly placed.

Resolution is measured on gold mentions in the record of their article, with no gold mention left
out that has coordinates: one that sayso leaves unresolved counts as wrong and as far away as the
Earth allows. Recognition is measured on exact spans of the record, all toponyms counted, though the
encoder learnt mentions from these articles; beside that by the gazetteer alone. `lgl` and
`geovirus` are the halves that no weight was fitted on, `lgl-all` and `geovirus-all` whole corpora.

A country has no point: GeoVirus puts China 180 km from where GeoNames puts it. `right_place`
therefore also counts a country or first-level region whose name is the gold's page in Wikipedia.
"""

import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bench import reliability
from bench.loading import loaded
from corpora import toponyms
from corpora.toponyms import PlacedArticle, Toponym
from sayso.pipeline import Engine
from sayso.records import NOWHERE, Annotation, Article, Mention, Place, Span
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.gazetteer import fold
from sayso.resolve.places.places import Places

ARTICLES = {"lgl": toponyms.lgl, "geovirus": toponyms.geovirus}
DATA = ("lgl", "geovirus", "lgl-all", "geovirus-all")
CLOSE_KM = 161.0  # 100 miles, the distance that the literature counts as right
EARTH_KM = 6371.0
FARTHEST_KM = 20039.0  # half the Earth's girth, the error of an unresolved toponym

System = Callable[[Article, Sequence[Mention]], tuple[Place, ...]]
Finder = Callable[[Article], Iterable[Span]]


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold toponym with what a system made of it; `country` is None where the gold has none."""

    document: str
    gold: Toponym
    words: str
    place: Place
    km: float
    country: bool | None

    @property
    def right(self) -> bool:
        """Tell whether the place is close enough, or the very country or region that is meant."""
        wide = self.place.location.feature in {"A", "L"} and self.place.location.name
        return self.km <= CLOSE_KM or bool(wide and _same_page(self.gold.page, self.place))

    @property
    def same_id(self) -> bool | None:
        """Tell whether the GeoNames id is the gold's, None where the gold has none."""
        wanted = self.gold.geonames
        return None if wanted is None else self.place.location.geonames == wanted


def load(data: str) -> list[PlacedArticle]:
    """Return the articles called `data`.

    Raises ReadError, of the kind `absent` when the corpus is not on this machine.
    """
    corpus, _, every = data.partition("-")
    articles = loaded(data, ARTICLES[corpus])
    return [article for article in articles if every or article.part == "test"]


def article_of(placed: PlacedArticle) -> Article:
    """Return a text of the corpus as a reader would hand it on."""
    return Article(text=placed.text, source=placed.id, given_id=placed.id, url=placed.url)


def mentions_of(placed: PlacedArticle) -> list[Mention]:
    """Return the gold toponyms as mentions."""
    return [Mention(t.span, "place", "name", 1.0) for t in placed.toponyms]


def judge(articles: Sequence[PlacedArticle], system: System) -> list[Judged]:
    """Return every gold toponym that has coordinates with the place that the system gives it."""
    judged = []
    for placed in articles:
        answered = system(article_of(placed), mentions_of(placed))
        for gold in placed.toponyms:
            if gold.lat is not None and gold.lon is not None:
                words = gold.span.of(placed.text)
                judged.append(_judged(placed.id, gold, words, _at(gold.span, answered)))
    return judged


def _at(span: Span, places: Sequence[Place]) -> Place:
    """Return the place of a mention, or of the one that shares most of it; else none is known."""

    def shared(place: Place) -> int:
        return min(place.mention.end, span.end) - max(place.mention.start, span.start)

    near = [place for place in places if place.mention.overlaps(span)]
    exact = [place for place in near if place.mention == span]
    missed = Place(span, "literal", NOWHERE, 0.0, "no place is told of it")
    return exact[0] if exact else max(near, key=shared, default=missed)


def _judged(document: str, gold: Toponym, words: str, place: Place) -> Judged:
    away = FARTHEST_KM
    if place.location.lat is not None and place.location.lon is not None:
        away = kilometres(place.location.lat, place.location.lon, gold.lat or 0.0, gold.lon or 0.0)
    return Judged(document, gold, words, place, away, _same_country(gold, place))


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points in degrees (haversine)."""
    a, b, c, d = map(math.radians, (lat, lon, other_lat, other_lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


_COUNTRIES = Countries()


def _same_country(gold: Toponym, place: Place) -> bool | None:
    """Compare countries: by the name that the gold gives, else None."""
    if not gold.country:
        return None
    wanted = _COUNTRIES.by_name(gold.country)
    return wanted is not None and wanted.code == place.location.country


def _same_page(page: str, place: Place) -> bool:
    """Tell whether a page in Wikipedia is about a country or region, by its names."""
    page = page.partition(" (")[0]
    country = _COUNTRIES.by_name(page)
    if country is not None:
        return country.geonames == place.location.geonames
    return bool(page) and fold(page) in {fold(place.location.name), fold(place.location.admin1)}


def scores(judged: Sequence[Judged]) -> dict[str, float]:
    """Return the figures of resolution."""
    away = [j.km for j in judged]
    resolved = [j.km for j in judged if j.place.location.lat is not None]
    ids = [j.same_id for j in judged if j.same_id is not None]
    countries = [j.country for j in judged if j.country is not None]
    figures = {
        "toponyms": float(len(judged)),
        "resolved": len(resolved) / len(judged),
        "within_161_km": sum(km <= CLOSE_KM for km in away) / len(away),
        "mean_km": statistics.fmean(away),
        "mean_km_resolved": statistics.fmean(resolved or [0.0]),
        "median_km": statistics.median(away),
    }
    placed = [reliability.Judged(j.place.score, j.right) for j in judged if j.place.location.name]
    figures["expected_calibration_error"] = reliability.error(placed)
    if any(j.gold.page for j in judged):
        figures["right_place"] = sum(j.right for j in judged) / len(judged)
    if ids:
        figures["same_geonames_id"] = sum(ids) / len(ids)
    if countries:
        figures["same_country"] = sum(countries) / len(countries)
    return figures


def recognition(articles: Sequence[PlacedArticle], finder: Finder) -> dict[str, float]:
    """Return precision, recall and F1 of spans; a toponym is found when both ends are right."""
    right = answered = wanted = 0
    for placed in articles:
        gold, predicted = {t.span for t in placed.toponyms}, set(finder(article_of(placed)))
        right += len(gold & predicted)
        answered, wanted = answered + len(predicted), wanted + len(gold)
    precision, recall = right / max(answered, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"found_precision": precision, "found_recall": recall, "found_f1": f1}


def finds(articles: Sequence[PlacedArticle], finder: Finder) -> dict[str, float]:
    """Return how well toponyms are found, and how well the gazetteer alone finds them."""
    places = Places()
    alone = recognition(articles, lambda article: places.toponyms(article.text))
    return recognition(articles, finder) | {f"gazetteer_{k}": v for k, v in alone.items()}


def systems(engine: Engine, articles: Sequence[PlacedArticle]) -> tuple[System, Finder]:
    """Return how the engine places gold toponyms, and how it finds toponyms itself.

    Both are its own records of the articles; in the first, gold toponyms stand in place of the
    mentions that the encoder sees there.
    """
    read = [article_of(placed) for placed in articles]
    seen = dict(zip((a.id for a in read), engine.annotator(read), strict=True))

    def placing(article: Article, gold: Sequence[Mention]) -> tuple[Place, ...]:
        annotation, spans = seen[article.id], [mention.span for mention in gold]
        others = [m for m in annotation.mentions if not m.span.overlaps_any(spans)]
        mentions = tuple(sorted((*others, *gold), key=lambda m: (m.span.start, -m.span.end)))
        return recorded(article, replace(annotation, mentions=mentions))

    def recorded(article: Article, annotation: Annotation) -> tuple[Place, ...]:
        return engine.resolver(article, annotation, engine.annotator.model).places

    return placing, lambda article: [p.mention for p in recorded(article, seen[article.id])]


def figures(data: str) -> dict[str, float]:
    """Return the engine's figures on `data`, by the names that `bench/floors.json` uses."""
    articles = load(data)
    placing, finding = systems(Engine.load(), articles)
    return scores(judge(articles, placing)) | finds(articles, finding)


def worst(judged: Sequence[Judged], count: int) -> list[dict[str, object]]:
    """Return the `count` toponyms placed farthest from where they are, as ids and offsets."""
    ranked = sorted(judged, key=lambda j: (-j.km, j.document, j.gold.span))[:count]
    return [
        {
            "document": j.document,
            "span": list(j.gold.span),
            "gold": j.gold.geonames,
            "predicted": j.place.location.geonames,
            "km": round(j.km),
        }
        for j in ranked
    ]
