"""Every punctuation class by name, both widths; the only module that spells them.

Full-width forms are written as escapes because editors and channels fold them to ASCII unseen.
Each constant is a string of single characters, meant for a character class: ``f"[{LPAREN}]"``.
Characters that are special inside a class are already escaped.
"""

LPAREN = "(\uff08"
RPAREN = ")\uff09"
COMMA = ",\uff0c"
COLON = ":\uff1a"
SEMICOLON = ";\uff1b"
QUESTION = "?\uff1f"
EXCLAMATION = "!\uff01"
DOT = ".\uff0e"
STOP = "\u3002"
PAUSE = "\u3001"  # the enumeration mark that parts the units of a list
PERCENT = "%\uff05"
LOPEN = "(\uff08\\[\uff3b\u3014\u3010\u3016\ufe5d"  # every bracket that may open a duty clause
ROPEN = ")\uff09\\]\uff3d\u3015\u3011\u3017\ufe5e"  # and every one that may close it
LTITLE = "\u300a\u3008"
RTITLE = "\u300b\u3009"
QUOTES = '"\u201c\u201d\u300c\u300d\u300e\u300f'
DASH = "\\-\u2010-\u2015\u2212\uff0d"
DIGIT = "0-9\uff10-\uff19"
HAN = "\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u3007"
BLANK = " \t\u3000\u00a0\u2000-\u200a\u202f\u205f"
SPACE = " \u3000\u00a0\u2000-\u200a\u202f\u205f"  # BLANK without the tab, which parts table cells
INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\ufe00-\ufe0f"
CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
