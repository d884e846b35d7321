"""Annotations -> records: who speaks, through whom, what it does, where and when."""

from sayso.resolve.resolver import Resolver

__all__ = ["Resolver"]
