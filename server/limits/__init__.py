"""How large one question may be: its document, the shape of it, and the answer it may ask for.

`Limits` says how much, `check_extent` measures what stands in the document, `Costs` what the answer may hold.
"""

from .bounds import Limits
from .cost import Cost, Costs
from .extent import check_extent

__all__ = ["Cost", "Costs", "Limits", "check_extent"]
