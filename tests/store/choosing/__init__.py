"""Tests of the filters of the store."""
