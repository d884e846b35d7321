"""Alerts get to where they are to go, once, whatever fails."""
