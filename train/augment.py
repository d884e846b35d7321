"""A training document -> the same document with other quotation marks: offsets never move."""

import numpy as np

from bench.corpora import Document
from sayso.annotate.quotes import quoted_mask

OTHER_MARKS = 0.35  # share of documents whose marks are changed in an epoch
_TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_STYLES = (("“", "”"), ("«", "»"), ("‘", "’"))  # what straight marks may become


def augmented(document: Document, rng: np.random.Generator) -> Document:
    """Return the document, now and then with another style of quotation marks, one for one."""
    if rng.random() >= OTHER_MARKS:
        return document
    text = document.text
    if "“" in text:
        text = text.translate(_TO_STRAIGHT)
    if rng.random() < 0.5:
        text = _styled(text, *_STYLES[int(rng.choice(3, p=[0.5, 0.2, 0.3]))])
    return Document(document.id, text, document.statements)


def _styled(text: str, opening: str, closing: str) -> str:
    """Return the text with its straight double marks turned into opening and closing ones."""
    quoted = quoted_mask(text)
    chars = list(text)
    for i, char in enumerate(chars):
        if char == '"':
            begins = quoted[i] and not (i and quoted[i - 1] and text[i - 1] != '"')
            chars[i] = opening if begins else closing
    return "".join(chars)
