"""Tests of the origins."""
