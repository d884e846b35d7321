"""The command that hands the record to other programs, and the filters of what it takes."""

from sayso.cli.exporting.command import export

__all__ = ["export"]
