"""sayso reads news and keeps the record: who said what, with the exact words that prove it."""

from sayso.errors import SaysoError
from sayso.pipeline import extract, process
from sayso.records import Article, Record, Span, Statement
from sayso.settings import Settings

__all__ = ["Article", "Record", "SaysoError", "Settings", "Span", "Statement", "extract", "process"]
