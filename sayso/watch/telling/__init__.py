"""Alerts on their way: to the terminal, a file of JSON Lines, a webhook, or mail."""

from sayso.watch.telling.delivering import Delivering
from sayso.watch.telling.destinations import Destination, destination
from sayso.watch.telling.screen import Screen

__all__ = ["Delivering", "Destination", "Screen", "destination"]
