"""Documents out: workbooks and official documents."""
