"""Descriptions of somebody -> whom the article names elsewhere, or two of them."""
