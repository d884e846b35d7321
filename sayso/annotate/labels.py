"""Article -> the labels of a transcript's turns, which the encoder is not shown.

"QUESTION: The mayor says there are cracks" is to the encoder one report of QUESTION's, in which it
hardly sees the mayor's; without the label it is a sentence like any other. That the label speaks
is told by the layout (`resolve/forms`).
"""

import re
from collections import Counter

from sayso.records import Article, Span

# "HALE, HOST: ", "MR. HALE: ", "Gitte Ohm (Garth North): ", "Q: ", and "Mr. HALVARD. ".
_LABEL = re.compile(
    r"^[ \t]*(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,5})(?:, [A-Z][^:.\n]{1,60})?"
    r"(?: ?[(\[][^()\[\]\n]{1,60}[)\]]){0,2}(?::|(?<=[A-Z]{3})\.)[ \t]+(?=\S)",
    re.MULTILINE,
)
_LINE = re.compile(r"^.*\S", re.MULTILINE)
_FEWEST = 3  # labels of a transcript
_SHARE = 0.4  # of the lines from the first label to the last one that must have a label


def labels_of(article: Article) -> list[Span]:
    """Return the labels that stand before turns, none where a text is no transcript."""
    body = article.title_span.end if article.title_span else 0
    every = list(_LABEL.finditer(article.text, body))
    names = [match["who"].split()[-1] for match in every]
    often = Counter(map(str.lower, names))
    recurs = [often[name.lower()] > 1 for name in names]
    kept = [m for m, n, again in zip(every, names, recurs, strict=True) if again or n.isupper()]
    if len(kept) < _FEWEST or not any(recurs):
        return []
    lines = sum(1 for _ in _LINE.finditer(article.text, kept[0].start(), kept[-1].end() + 1))
    return [Span(m.start("who"), m.end()) for m in kept] if len(kept) >= _SHARE * lines else []
