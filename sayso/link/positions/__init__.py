"""Statements and records -> who is said to hold a place, and what somebody wants, over time."""
