"""Confirming by link: letters that ask people whether their entry is still right, and the pages that they answer on."""
