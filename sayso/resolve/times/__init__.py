"""Time expressions -> intervals of days."""
