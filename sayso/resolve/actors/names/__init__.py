"""Names of an article -> whole, as they are spelt, and which are one."""
