"""收发: what goes out to the units and comes back."""
