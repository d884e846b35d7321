"""Tests with records of every age."""
