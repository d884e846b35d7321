"""What a question to the record gathers."""
