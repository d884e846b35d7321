"""Charts, asked of the linked sample."""
