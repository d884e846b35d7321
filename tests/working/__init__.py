"""Who works on articles: this process, several, a cluster."""
