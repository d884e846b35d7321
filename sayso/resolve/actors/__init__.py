"""Mentions and statements -> who is who, and who speaks."""
