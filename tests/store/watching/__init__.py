"""What is followed, noticed and told."""
