"""The municipalities and regions of CBS, the statistics office."""

from seeds.registers.cbs.areas import read_areas

__all__ = ["read_areas"]
