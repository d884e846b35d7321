"""The reading room: files, folders, addresses and standard input -> articles."""

from sayso.read.sources import read_sources, restore_sources

__all__ = ["read_sources", "restore_sources"]
