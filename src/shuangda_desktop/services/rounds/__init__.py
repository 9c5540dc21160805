"""Forms out to the units and back, period by period."""
