"""Public corpora: where each is published, its licence, how it is fetched, and what is read of it.

`python -m corpora list` shows them; `docs/data.md` tells what each is for.
"""
