"""The reader of several people."""
