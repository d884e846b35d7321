"""The record on disk: what was said, what was concluded from it, and how to find both again."""

from sayso.store.rows import (
    ArticleRow,
    Counts,
    Hit,
    Kept,
    Passage,
    Passed,
    Said,
    Speaking,
    Spot,
    Voice,
    WriteCounts,
)
from sayso.store.store import Store

__all__ = [
    "ArticleRow",
    "Counts",
    "Hit",
    "Kept",
    "Passage",
    "Passed",
    "Said",
    "Speaking",
    "Spot",
    "Store",
    "Voice",
    "WriteCounts",
]
