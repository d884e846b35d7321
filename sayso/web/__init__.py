"""The record as pages in a browser, and the same addresses as JSON.

`app.make_app` makes the application; it asks the store alone, and what `view` and `gather` make of
its answers. Pages need no script, and load nothing that the package does not hold.
"""

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""The names of this machine to itself, under which alone the reader is asked."""
