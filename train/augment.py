"""A training document -> the same document with other quotation marks, or under a new headline.

PolNeAR's headlines seldom attribute ("Karsk stays ours: Ostrania"), so headlines are made of
statements that the document holds.
"""

import numpy as np

from corpora.documents import Document, Labelled
from sayso.annotate.quotes import quoted_mask
from sayso.english.pronouns import is_pronoun
from sayso.records import Span, Spans

OTHER_MARKS = 0.35  # share of documents whose marks are changed in an epoch
_TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_STYLES = (("“", "”"), ("«", "»"), ("‘", "’"))  # what straight marks may become
HEADLINES = 0.5  # share of documents that get a headline, if a statement fits one
_HEADLINE_WORDS = range(4, 15)  # words of a content that fits one
_SOURCE_WORDS = range(1, 6)
_SAYING = """said says say saying added argued argues claimed claims insisted insists announced
    warned warns stated believes admitted noted tweeted wrote"""
SAYING = frozenset(_SAYING.split())
# The order of content, cue and source, what stands between them, the cue, and how often.
_PATTERNS = (
    (("content", "cue", "source"), ("", " "), ":", 0.4),
    (("source", "cue", "content"), ("", " "), ":", 0.3),
    (("content", "cue", "source"), (", ", " "), "says", 0.15),
    (("content", "source", "cue"), (", ", " "), "says", 0.15),
)


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


def with_headline(document: Document, rng: np.random.Generator) -> Document:
    """Return the document, now and then under a headline that attributes one of its statements."""
    if rng.random() >= HEADLINES:
        return document
    fitting = plain_statements(document)
    if not fitting:
        return document
    chosen = fitting[int(rng.integers(len(fitting)))]
    headline, parts = _headline(document.text, chosen, rng)
    later = tuple(moved(s, len(headline) + 2) for s in document.statements)
    return Document(document.id, f"{headline}\n\n{document.text}", (parts, *later))


def plain_statements(document: Document) -> list[Labelled]:
    """Return the short indirect statements of one source and one content, which can be reworded."""
    return [s for s in document.statements if _fits(document.text, s)]


def _fits(text: str, statement: Labelled) -> bool:
    if len(statement.content) != 1 or len(statement.source) != 1:
        return False
    source, content = statement.source[0].of(text), statement.content[0].of(text)
    fits = len(content.split()) in _HEADLINE_WORDS and len(source.split()) in _SOURCE_WORDS
    says = any(cue.of(text).split()[-1].lower() in SAYING for cue in statement.cue)
    plain = content[0].isalnum() and not set(content) & set("\n\"“”‘’'")
    return fits and says and plain and source[0].isupper() and not is_pronoun(source)


def _headline(text: str, statement: Labelled, rng: np.random.Generator) -> tuple[str, Labelled]:
    """Return a headline and the statement that it makes."""
    content = statement.content[0].of(text).removeprefix("that ").strip(" ,.;")
    content = content.title() if rng.random() < 0.3 else content[0].upper() + content[1:]
    if rng.random() < 0.2:
        content = f"‘{content}’"
    order, gaps, cue, _ = _PATTERNS[int(rng.choice(4, p=[p[-1] for p in _PATTERNS]))]
    words = {"content": content, "cue": cue, "source": statement.source[0].of(text)}
    headline, spans = "", {}
    for role, gap in zip(order, (*gaps, ""), strict=True):
        spans[role] = (Span(len(headline), len(headline) + len(words[role])),)
        headline += words[role] + gap
    return headline, Labelled(spans["source"], spans["cue"], spans["content"])


def moved(statement: Labelled, by: int) -> Labelled:
    """Return the statement so many code points further on."""

    def move(spans: Spans) -> Spans:
        return tuple(Span(s + by, e + by) for s, e in spans)

    return Labelled(move(statement.source), move(statement.cue), move(statement.content))
