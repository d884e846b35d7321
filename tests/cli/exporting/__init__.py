"""Tests of the command that exports."""
