"""The reader as a browser shows it."""
