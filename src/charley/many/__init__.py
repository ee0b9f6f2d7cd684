"""Many histories at once, on all cores, each answered as if it were the only one."""

from charley.many.feed import in_order, usable_cores
from charley.many.table import assess_table

__all__ = ["assess_table", "in_order", "usable_cores"]
