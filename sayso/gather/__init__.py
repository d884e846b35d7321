"""A question to the record -> all that its answer shows, for the terminal, pages and the web alike.

Each function asks an open store, and returns view values with their form in JSON.
"""
