"""The language layer: what sayso knows of English, each thing once."""
