"""Copies: which articles share their text, how much of it, and who it comes from."""
