"""Record -> something a person or a program reads: one file a format.

Import the module that you need: `terminal` loads rich, and the others must not wait for it.
"""
