"""New articles of a record -> what they bring that matters, each of it once."""

from sayso.watch.noticing.events import KINDS, Event
from sayso.watch.noticing.noticing import Noticing

__all__ = ["KINDS", "Event", "Noticing"]
