"""Tests of what linking keeps."""
