"""The register of schools of DUO, the executive agency of the ministry of education."""

from seeds.registers.duo.schools import read_schools

__all__ = ["read_schools"]
