"""Tests of the readers of formats, and files to read."""
