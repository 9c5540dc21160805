"""What should be looked at before tasks go out, rule by rule, and what would mend it. Pure."""
