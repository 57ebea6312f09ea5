"""The stores, and how one is opened by its address."""

from graph.stores.addresses import open_store

__all__ = ["open_store"]
