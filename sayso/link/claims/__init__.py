"""Statements of many articles -> claims, and who denies them."""
