"""Documents that know only places on pages: PDF, OFD, pictures."""
