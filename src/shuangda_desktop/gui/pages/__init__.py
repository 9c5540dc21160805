"""The places of the window, one page each."""
