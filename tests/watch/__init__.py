"""Following feeds and sitemaps: tests with a site of our own on this machine."""
