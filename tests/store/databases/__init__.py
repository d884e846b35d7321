"""Tests of what one database alone needs."""
