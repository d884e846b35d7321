"""The record on disk: what was said, what was concluded from it, and how to find both again."""

from sayso.store.charting.rows import Asked, Charted, Happening, Mentioned, Someone
from sayso.store.choosing import WAS_SAID, Filters, check_period
from sayso.store.linking.state import State
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
    "WAS_SAID",
    "ArticleRow",
    "Asked",
    "Charted",
    "Counts",
    "Filters",
    "Happening",
    "Hit",
    "Kept",
    "Mentioned",
    "Passage",
    "Passed",
    "Said",
    "Someone",
    "Speaking",
    "Spot",
    "State",
    "Store",
    "Voice",
    "WriteCounts",
    "check_period",
]
