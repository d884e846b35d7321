"""An article -> what all its statements stand on, found out once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.annotate.windows import Flags
from sayso.english.quotations import Quotation, quotations
from sayso.records import Article


@dataclass(frozen=True, slots=True)
class Ground:
    """An article's text, its quotations, and which of its characters stand in them."""

    text: str
    article_id: str
    quotations: Sequence[Quotation]
    quoted: Flags

    @classmethod
    def of(cls, article: Article) -> "Ground":
        """Return what the statements of an article stand on."""
        every = list(quotations(article.text))
        mask = np.zeros(len(article.text), dtype=np.bool_)
        for start, end, _ in every:
            mask[start:end] = True
        return cls(article.text, article.id, every, mask)
