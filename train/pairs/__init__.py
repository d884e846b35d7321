"""The pair model: what a text is to a claim, and one statement to another."""
