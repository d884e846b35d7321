"""Statements -> through whom each came."""
