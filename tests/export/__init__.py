"""Tests of the room `export`, and the records that they share."""
