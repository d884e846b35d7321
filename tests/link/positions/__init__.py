"""Tests of `sayso.link.claims`."""
