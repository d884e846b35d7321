"""Corpora and quotations that are made, so that the truth about them is known."""
