"""The commands for the reader, as a user gives them."""
