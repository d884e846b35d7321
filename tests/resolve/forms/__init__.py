"""Tests of `sayso.resolve.acts`."""
