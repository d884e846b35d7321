"""What pages draw: statements by day, who passes them on, which places they speak of."""
