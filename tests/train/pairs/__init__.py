"""Tests of what the pair model learns from."""
