"""Commands for the reader in a browser: `serve`, and `user` for who may sign in."""

from sayso.cli.serving.serve import open_reader, reader, serve
from sayso.cli.serving.users import user

__all__ = ["open_reader", "reader", "serve", "user"]
