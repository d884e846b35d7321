"""Tests of the formats of an export."""
