"""What linking keeps in the record, and the lists of what it made."""
