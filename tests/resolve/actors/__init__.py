"""Tests of `sayso.resolve.actors`."""
