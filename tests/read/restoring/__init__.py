"""Tests of reading what was exported."""
