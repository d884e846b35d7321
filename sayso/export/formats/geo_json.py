"""Articles -> GeoJSON (RFC 7946): a point for each resolved place that a statement speaks of."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sayso.corrections import is_judged
from sayso.export.formats.cleaning import finite, write_array
from sayso.export.formats.flat import flat
from sayso.exported import Exported, Row
from sayso.records import Place

_GIVEN = (
    *("statement", "speaker", "speaker_id", "act", "polarity", "modality", "said", "content"),
    *("score", "published", "publisher", "title", "url", "denied_by", "judged", "claim", "article"),
)


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write a collection of features; statements without a point are left out."""
    features = (each for article in articles for each in _features(article))
    write_array({"type": "FeatureCollection"}, "features", features, out)


def _features(article: Exported) -> Iterator[dict[str, Any]]:
    for row in article.rows():
        points = {place.location: place for place in row.places}
        for location, place in points.items():
            lat, lon = finite(location.lat), finite(location.lon)
            if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
                continue
            yield {
                "type": "Feature",
                "id": f"{row.statement.id}/{location.geonames}",
                "geometry": {"type": "Point", "coordinates": [lon, lat]},
                "properties": _properties(row, place),
            }


def _properties(row: Row, place: Place) -> dict[str, Any]:
    values, location = flat(row), place.location
    return {
        "place": location.name,
        "geonames": location.geonames,
        "country": location.country,
        "admin1": location.admin1,
        **{name: values[name] for name in _GIVEN},
        "place_use": place.use,
        "place_score": None if is_judged(place.why) else finite(place.score),
    }
