"""Tests of `sayso.resolve.places`."""
