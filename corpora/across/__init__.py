"""Labels of what holds across articles."""
