"""Who may sign in, as rows."""
