"""The record on disk: what was said, what was concluded from it, and how to find both again."""

from sayso.store.rows import ArticleRow, Counts, Hit, Passage, WriteCounts
from sayso.store.store import Store

__all__ = ["ArticleRow", "Counts", "Hit", "Passage", "Store", "WriteCounts"]
