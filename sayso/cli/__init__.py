"""The command line: a command parses, builds the parts, calls one function."""

from sayso.cli.group import main

__all__ = ["main"]
