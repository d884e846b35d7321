"""x."""


def read_sources() -> None:
    """X."""
