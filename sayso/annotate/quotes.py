"""Text -> which of its characters stand inside quotation marks."""

import numpy as np
from numpy.typing import NDArray

from sayso.english.quotations import PARAGRAPH, within


def quoted_mask(text: str) -> NDArray[np.bool_]:
    """Return, for each code point of `text`, whether it stands in a quotation, marks included."""
    mask = np.zeros(len(text), dtype=np.bool_)
    for paragraph in PARAGRAPH.finditer(text):
        for start, end, _ in within(text, *paragraph.span()):
            mask[start:end] = True
    return mask
