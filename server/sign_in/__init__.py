"""Signing in: OpenID Connect for people and programs, and personal tokens made on the command line."""

from server.sign_in.configuration import Configuration, configured
from server.sign_in.entrance import Entrance

__all__ = ["Configuration", "Entrance", "configured"]
