"""The reading room: files, folders, addresses and standard input -> articles."""

from sayso.read.formats.opening import Asides
from sayso.read.language import Foreign, Outcome
from sayso.read.sources import (
    article_to_keep,
    page_to_keep,
    read_sources,
    sources_to_keep,
)

__all__ = [
    "Asides",
    "Foreign",
    "Outcome",
    "article_to_keep",
    "page_to_keep",
    "read_sources",
    "sources_to_keep",
]
