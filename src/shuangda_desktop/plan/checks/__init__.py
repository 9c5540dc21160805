"""What is doubtful about a reading, and why. Pure.

By what they look at; checked.py puts all of it together, findings.py says how a doubt is told:

    units     duties, clauses (read in part), names (misread, glued), prefixes, doers (told in words),
              elsewhere (told for other items), peers (clauses amid the words, rows without a lead)
    times     times, unread_times; two_ways: times and figures that read two ways
    figures   figures, worded, aims (of a cell beside the words); left_over: the words without what was read of them
    cuts      amid, breaks, shapes, unread_lines: lost, glued, torn or doubled measures; crowded: many of one kind
    text      words (damage, brackets, keys), repairs, source (what a scan was unsure of)
    plan      whole: head, numbers, headings; tables: columns and headers not understood;
              siblings: what the others of a row have
"""
