"""kipbot: the clerk of a project that governs itself the Apache way."""

__version__ = "0.1.0"
