"""What a reader for several people needs: signing in, and long work that pages start."""
