"""A training document -> the same document with passages behind it, of forms that are rare in news.

Nobody labelled many denials that something was said, transcripts or two voices in a sentence, so
statements that the document holds are put into such forms.
"""

import re
from collections.abc import Sequence

import numpy as np

from corpora.documents import Document, Labelled
from sayso.records import SAID, Span
from train.acts import ActLabel
from train.augment import plain_statements

SHARE = 0.3  # of the documents that get passages
MOST = 3  # passages behind a document
# A form by what `said` is of it. `s1` is the source of the first statement, `S1` in capitals,
# `c1` its content, `q1` that in quotation marks, `t1` with "that" before it; `k1` is the cue. What
# stands behind a colon is written in place of the statement's own words.
FORMS = {
    "no": (
        "{s1} {k1:did not say} {t1}.",
        "{s1} {k1:has not said} {t1}.",
        "{s1} {k1:has never claimed} {t1}.",
        "{s1} {k1:never said} {t1}.",
        "{s1} {k1:had not confirmed} {t1}.",
        "{s1} {k1:has yet to confirm} {t1}.",
        "{s1} {k1:would not say} {c1:whether it was true}.",
        "{s1} {k1:did not immediately comment on} {c1:the report}.",
        "{s1} {k1:did not respond to} {c1:a request for comment}.",
        "{s1} {k1:gave no} {c1:further details}.",
        "{s1:Nobody} {k1:has said} {t1}.",
        "{s1:No group} {k1:has claimed} {c1:responsibility}.",
        "{s1:No official} {k1:confirmed} {t1}.",
        "{s1:None of them} {k1:admitted} {t1}.",
        "{s1:Neither side} {k1:has acknowledged} {t1}.",
        "{k1:There is no record of} {s1} {k1:saying} {t1}.",
        "{k1:There is no evidence that} {s1} {k1:said} {t1}.",
        "{k1:It is false that} {s1} {k1:said} {t1}.",
        "{k1:It is not true that} {s1} {k1:claimed} {t1}.",
    ),
    "if": (
        "If {s1} {k1:says} {t1}, the answer will come soon.",
        "Had {s1} {k1:said} {t1}, the talks would have ended.",
        "Should {s1} {k1:claim} {t1}, nothing will change.",
        "{s1} {k1:could have said} {t1}.",
        "{s1} {k1:might say} {t1}.",
        "{s1} {k1:is expected to say} {t1}.",
        "{s1} {k1:was due to announce} {t1}.",
        "{s1} {k1:would say} {t1} if the talks fail.",
    ),
    "asked": (
        "{k1:Did} {s1} {k1:say} {t1}?",
        "{k1:Has} {s1} ever {k1:claimed} {t1}?",
        "{s1:Who} {k1:said} {t1}?",
        "Asked whether {s1} {k1:had said} {t1}, they gave no answer.",
    ),
    "yes": (
        "{c1}, {s1} {k1:said}; {c2}, {s2} {k2:said}.",
        "{s1} {k1:said} {t1}; {s2} {k2:said} {t2}.",
        "{s1} {k1:said} {t1}, while {s2} {k2:said} {t2}.",
        "{c1}, {k1:according to} {s1}, but {s2} {k2:insisted} {t2}.",
        "{q1} {k1:said} {s1}. {q2} {k2:said} {s2}.",
        "{S1}{k1::} {c1}.\n\n{S2}{k2::} {c2}.",
        "{s1}{k1::} {c1}.\n\n{s2}{k2::} {c2}.",
        "{q1}\n{s1}\n\n{q2}\n{s2}",
        "{q1}\n\n– {s1}",
        "{s1}\n{q1}",
        "{s1} {k1:did say} {t1}.",
    ),
}
_SHARES = {"no": 0.3, "if": 0.2, "asked": 0.1, "yes": 0.4}
_PART = re.compile(r"\{([sSkctq])([12])(?::([^}]*))?\}")
_ROLES = {"s": "source", "S": "source", "k": "cue", "c": "content", "t": "content", "q": "content"}
_MARKS = ("“”", '""', "‘’")


def with_passages(
    document: Document, rng: np.random.Generator
) -> tuple[Document, tuple[ActLabel, ...]]:
    """Return the document, now and then with passages behind it, and what `said` is of each."""
    plain = plain_statements(document)
    if len(plain) < 2 or rng.random() >= SHARE:
        return document, ()
    text, labels = document.text, []
    for _ in range(int(rng.integers(1, MOST + 1))):
        said = str(rng.choice(list(_SHARES), p=list(_SHARES.values())))
        form = str(rng.choice(FORMS[said]))
        chosen = [plain[i] for i in rng.choice(len(plain), 2, replace=False)]
        words = [_words(document.text, statement) for statement in chosen]
        text, made = written(f"{text}\n\n", form, words, str(rng.choice(_MARKS)))
        labels += [ActLabel(statement, said=SAID.index(said)) for statement in made]
    statements = (*document.statements, *(label.statement for label in labels))
    return Document(document.id, text, statements), tuple(labels)


def _words(text: str, statement: Labelled) -> tuple[str, str]:
    """Return source and content as they stand within a sentence."""
    source, content = statement.source[0].of(text), statement.content[0].of(text)
    return source, content.removeprefix("that ").strip(" ,.;")


def written(
    text: str, form: str, words: Sequence[tuple[str, str]], marks: str
) -> tuple[str, list[Labelled]]:
    """Return the text with a form of some statements behind it, and these with their spans."""
    parts = [{"source": [], "cue": [], "content": []} for _ in words]  # type: ignore[var-annotated]
    behind = 0
    for part in _PART.finditer(form):
        text += form[behind : part.start()]
        behind = part.end()
        kind, number, own = part[1], int(part[2]) - 1, part[3]
        source, content = words[number]
        put = own if own is not None else _put(kind, source, content, marks)
        parts[number][_ROLES[kind]].append(Span(len(text), len(text) + len(put)))
        text += put
    text += form[behind:]
    made = [Labelled(*(tuple(spans) for spans in each.values())) for each in parts]
    return text, [statement for statement in made if statement.content]


def _put(kind: str, source: str, content: str, marks: str) -> str:
    """Return the words of a part as its form writes them."""
    return {
        "s": source,
        "S": source.upper(),
        "c": content,
        "t": f"that {content}",
        "q": f"{marks[0]}{content[0].upper()}{content[1:]}.{marks[1]}",
    }[kind]
