"""Tests of what a process keeps of a record that it read."""
