"""Pages as they will print, worked out from the written file itself, without any office program.

What is shown is read back from the finished .xlsx or .docx, so the preview cannot say what the file
does not. Widths of letters are reckoned, not asked of a font: line ends may differ from those of WPS
by a character where a substitute face is used there.
"""
