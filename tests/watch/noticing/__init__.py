"""What new articles bring."""
