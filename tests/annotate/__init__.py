"""Tests of `sayso.annotate`."""
