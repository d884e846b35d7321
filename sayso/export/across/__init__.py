"""What holds across articles -> a terminal, and self-contained pages."""
