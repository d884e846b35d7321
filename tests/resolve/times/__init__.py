"""Tests of `sayso.resolve.times`."""
