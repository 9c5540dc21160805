"""日历与亮灯: days off, days due, lights."""
