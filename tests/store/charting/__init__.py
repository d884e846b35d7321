"""Statements as charts count them."""
