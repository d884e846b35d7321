"""How well sayso does, measured."""
