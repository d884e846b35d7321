"""Tests of `sayso.resolve.actors.names`."""
