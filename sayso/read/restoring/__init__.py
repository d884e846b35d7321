"""A record that was exported as JSON Lines -> the same record again."""

from sayso.read.restoring.lines import is_exported, restored

__all__ = ["is_exported", "restored"]
