"""Tests of `sayso.read`."""
