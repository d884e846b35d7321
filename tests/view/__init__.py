"""Tests of the room `view`, and the records that they share with those of `export`."""
