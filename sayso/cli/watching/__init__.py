"""The command that follows feeds and sitemaps, and tells of what matters."""

from sayso.cli.watching.watch import watch

__all__ = ["watch"]
