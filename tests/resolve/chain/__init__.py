"""Tests of `sayso.resolve.chain`."""
