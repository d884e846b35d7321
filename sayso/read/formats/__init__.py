"""The readers of formats: one module a format, all in one table."""
