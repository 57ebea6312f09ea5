"""Childcare: the national register (LRK), and the list of inspections of Amsterdam that was made of it."""

from seeds.registers.childcare.locations import read_childcare

__all__ = ["read_childcare"]
