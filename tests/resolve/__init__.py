"""Tests of `sayso.resolve`."""
