"""Tests of what holds across articles."""
