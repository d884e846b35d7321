"""Teachers, and what smaller models learn from them."""
