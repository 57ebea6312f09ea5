"""The report of a coalition on paper: its words, and how it is written as HTML and as PDF."""
