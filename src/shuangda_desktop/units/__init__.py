"""Who: units, their names, reforms and counterparts at other levels. Pure."""
