"""Web annotations: by the W3C model, and each selector finds the words of the article."""

import json

from jsonschema import Draft202012Validator

# What the Web Annotation Data Model asks of an annotation page, of annotations, of text selectors.
URI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:\S+$"}
POSITION = {
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
    },
}
QUOTE = {
    "required": ["type", "exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")},
    },
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": URI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing"]},
        "body": {
            "type": "array",
            "items": {"required": ["type", "value"], "properties": {"value": {"type": "string"}}},
        },
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["source", "selector"],
                "properties": {
                    "source": URI,
                    "selector": {"prefixItems": [POSITION, QUOTE], "minItems": 2, "maxItems": 2},
                },
            },
        },
    },
}
PAGE = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {
            "type": "array",
            "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}],
        },
        "id": URI,
        "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": ANNOTATION},
    },
}


def items(data):
    page = json.loads(data)
    Draft202012Validator(PAGE).validate(page)
    return page["items"]


def test_annotations_follow_the_model(written, rows):
    made = items(written("webannotation"))
    assert len(made) == len(rows) + 1
    assert len({each["id"] for each in made}) == len(made)


def test_selectors_find_the_words(written, articles):
    text = {article.article.id: article.article.text for article in articles}
    for each in items(written("webannotation", *articles)):
        for target in each["target"]:
            position, quote = target["selector"]
            its = text[target["sayso:article"]]
            assert its[position["start"] : position["end"]] == quote["exact"]
            around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
            assert around in its


def test_what_was_not_said_is_told(written, hostile):
    (each,) = items(written("webannotation", hostile))
    assert each["sayso:said"] == "no"
    assert "said: no" in each["body"][0]["value"]
    assert each["target"][0]["source"].startswith("urn:sha256:")
