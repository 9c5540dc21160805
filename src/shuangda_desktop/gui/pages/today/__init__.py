"""今日: what wants doing now."""
