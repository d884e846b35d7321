"""What was read of a record, kept by the process that read it for as long as it holds."""
