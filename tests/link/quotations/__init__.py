"""Tests of the quotations."""
