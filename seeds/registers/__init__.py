"""Readers of public registers: from their files to lines over a network, and one change set for all of them."""

from seeds.registers.memory import Difference
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.running import REGISTERS, Report, run

__all__ = ["REGISTERS", "Difference", "File", "Reading", "Rejected", "Report", "run"]
