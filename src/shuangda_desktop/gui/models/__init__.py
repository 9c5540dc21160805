"""Item models: adapters between frozen rows and Qt views."""
