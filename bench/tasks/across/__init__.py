"""Benchmarks of what holds across articles."""
