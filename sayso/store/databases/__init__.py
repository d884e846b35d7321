"""The databases that can keep a record, a file each; only dialect.py asks them."""
