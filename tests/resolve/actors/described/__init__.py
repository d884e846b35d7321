"""Tests of `sayso.resolve.actors.described`."""
