"""The report of one coalition on a date: what a meeting wants on paper before it begins."""
