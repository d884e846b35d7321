"""Processes that run a function of ours, and start in milliseconds, with everything imported."""

import multiprocessing
from typing import Any

METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
PROCESSES: Any = multiprocessing.get_context(METHOD)
if METHOD == "forkserver":
    PROCESSES.set_forkserver_preload(
        ["__main__", "pytest", "sayso.store", "psycopg", "sayso.pipeline", "sayso.link.linker"]
    )
