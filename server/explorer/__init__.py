"""The explorer: the page that people open, built from web/ and served from the package."""

from .page import explorer_routes

__all__ = ["explorer_routes"]
