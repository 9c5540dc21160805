"""The columns of every table of tasks, shared by the screen and the workbooks. Pure."""
