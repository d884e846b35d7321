"""What a person reads about a record: plain values without markup, for page, terminal and web."""
