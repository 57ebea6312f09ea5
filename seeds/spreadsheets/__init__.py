"""Spreadsheets: from the sheets that people keep to lines over a network, and the template to keep them in."""

from seeds.registers.reading import File
from seeds.spreadsheets.planning import of_rows, plan, read, rejected
from seeds.spreadsheets.report import Candidate, Doubt, Outcome, Plan, Problem, RowReport
from seeds.spreadsheets.template import template

__all__ = [
    "Candidate",
    "Doubt",
    "File",
    "Outcome",
    "Plan",
    "Problem",
    "RowReport",
    "of_rows",
    "plan",
    "read",
    "rejected",
    "template",
]
