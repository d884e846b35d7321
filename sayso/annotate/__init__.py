"""Articles -> statements: who said what, with the exact words that prove it."""

from sayso.annotate.annotator import Annotator

__all__ = ["Annotator"]
