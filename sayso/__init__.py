"""sayso reads news and keeps the record: who said what, with the exact words that prove it."""
