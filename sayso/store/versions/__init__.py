"""Records of every age: told apart, and brought up to date."""
