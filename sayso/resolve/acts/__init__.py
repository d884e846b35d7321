"""Statements -> what each does."""
