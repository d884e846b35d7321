"""Names of places -> where they are."""
