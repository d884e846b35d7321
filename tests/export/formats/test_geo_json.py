"""GeoJSON: by the rules of RFC 7946, and only points that somebody speaks of."""

import json

from geojson_pydantic import FeatureCollection


def checked(data):
    """Return the features of a collection, after the rules of RFC 7946."""
    FeatureCollection.model_validate_json(data)
    made = json.loads(data)
    assert made["type"] == "FeatureCollection"
    for each in made["features"]:
        assert each["type"] == "Feature"
        assert set(each) == {"type", "id", "geometry", "properties"}
        assert each["geometry"]["type"] == "Point"
        lon, lat = each["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert isinstance(each["properties"], dict)
    ids = [each["id"] for each in made["features"]]
    assert len(set(ids)) == len(ids)
    return made["features"]


def test_each_resolved_place_of_a_statement_is_a_point(written, articles, rows):
    features = checked(written("geojson", *articles))
    wanted = {
        (row.statement.id, place.location.geonames)
        for row in rows
        for place in row.places
        if place.location.lat is not None
    }
    assert wanted
    there = {(f["properties"]["statement"], f["properties"]["geonames"]) for f in features}
    assert there == wanted
    assert all(f["properties"]["said"] in ("yes", "no", "if", "asked") for f in features)


def test_nothing_is_there_of_what_has_no_point(written, hostile):
    assert checked(written("geojson", hostile)) == []
