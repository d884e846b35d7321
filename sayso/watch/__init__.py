"""Feeds and sitemaps, followed: what is new is read, linked, and told of where it matters."""
