"""What an export writes: one module a format, each with `write`; table.py names them all."""

from sayso.export.formats.table import FORMATS, Format, writer

__all__ = ["FORMATS", "Format", "writer"]
