"""What linking makes of the bundled sample, against what is true of it."""
