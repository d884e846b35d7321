"""Tests of what smaller models learn from."""
