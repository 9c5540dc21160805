"""The style sheet of the window: what a palette cannot say, with gaps for the colours of theme.py."""

SHEET = """
QToolTip { border: 1px solid %(line)s; padding: 4px; color: %(text)s; background: %(panel)s; }
QFrame[kind="card"] { background: %(panel)s; border: 1px solid %(line)s; border-radius: 4px; }
QLabel[kind="title"] { font-size: %(heading)spt; font-weight: bold; }
SourceView { font-family: %(paper)s; font-size: %(paper_size)spt; }
QLabel[kind="strong"] { font-weight: bold; }
QLabel[kind="quiet"] { color: %(quiet)s; }
QPushButton { border: 1px solid %(line)s; border-radius: 4px; padding: 5px 14px; background: %(panel)s; }
QPushButton:hover { background: %(chosen)s; }
QPushButton:focus { border: 2px solid %(accent)s; padding: 4px 13px; }
QPushButton:disabled { color: %(quiet)s; background: %(ground)s; }
QPushButton[kind="main"] { background: %(accent)s; color: %(on_accent)s; border: 1px solid %(accent)s; }
QPushButton[kind="main"]:hover { border: 1px solid %(text)s; }
QPushButton[kind="main"]:focus { border: 2px solid %(text)s; }
QPushButton[kind="main"]:disabled { background: %(line)s; color: %(quiet)s; border: 1px solid %(line)s; }
QPushButton[kind="proposed"] { border: 1px dashed %(accent)s; color: %(accent)s; }
QPushButton[kind="proposed"]:focus { border: 2px solid %(accent)s; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: %(accent)s; padding: 4px 6px; }
QPushButton[kind="link"]:disabled { color: %(quiet)s; background: transparent; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px dashed %(accent)s; }
QLineEdit, QPlainTextEdit, QTextEdit {
  border: 1px solid %(line)s; border-radius: 4px; background: %(panel)s; padding: 4px 6px;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid %(accent)s; padding: 3px 5px; }
QAbstractItemView { border: 1px solid %(line)s; border-radius: 4px; background: %(panel)s;
  gridline-color: %(line)s; selection-background-color: %(chosen)s; selection-color: %(text)s; outline: 0; }
QAbstractItemView:focus { border: 2px solid %(accent)s; }
QTableView::item { padding: 0 6px; }
QTableView::item:selected, QTreeView::item:selected { background: %(chosen)s; color: %(text)s; }
QTreeView::item { padding: 4px 2px; }
QListWidget::item { padding: 4px 8px; color: %(text)s; }
QListWidget::item:selected { background: %(chosen)s; color: %(text)s; }
QHeaderView { border: 0; background: %(ground)s; }
QHeaderView::section { background: %(ground)s; color: %(quiet)s; border: 0;
  border-bottom: 1px solid %(line)s; padding: 6px 8px; }
QFrame[kind="drop"] { background: %(panel)s; border: 2px dashed %(line)s; border-radius: 4px; }
QFrame[kind="doubt"] { background: %(doubt)s; border: 1px solid %(near)s; border-radius: 4px; }
Page[over="true"] { border: 2px dashed %(accent)s; }
QProgressBar { border: 1px solid %(line)s; border-radius: 4px; background: %(ground)s; }
QProgressBar::chunk { background: %(accent)s; border-radius: 3px; }
QFrame[kind="notice"] { background: %(panel)s; border: 0; border-top: 1px solid %(line)s; }
Rail { background: %(panel)s; border-right: 1px solid %(line)s; }
QToolButton[kind="place"] { border: 1px solid transparent; border-radius: 4px; padding: 6px 10px; }
QToolButton[kind="place"]:hover { background: %(ground)s; }
QToolButton[kind="place"]:checked { background: %(chosen)s; color: %(accent)s; font-weight: bold; }
QToolButton[kind="place"]:focus { border: 2px solid %(accent)s; padding: 5px 9px; }
QComboBox { border: 1px solid %(line)s; border-radius: 4px; background: %(panel)s; padding: 4px 6px;
  combobox-popup: 0; }
QComboBox:focus { border: 2px solid %(accent)s; padding: 3px 5px; }
QComboBox:disabled { color: %(quiet)s; background: %(ground)s; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("%(icons)s/chevron-down.svg"); width: 16px; height: 16px; }
QSpinBox { border: 1px solid %(line)s; border-radius: 4px; background: %(panel)s; padding: 4px 6px;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QSpinBox:focus { border: 2px solid %(accent)s; padding: 3px 5px; }
QSpinBox:disabled { color: %(quiet)s; background: %(ground)s; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: 0; padding: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 24px; background: transparent; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: %(chosen)s; }
QSpinBox::up-arrow { image: url("%(icons)s/chevron-up.svg"); width: 14px; height: 14px; }
QSpinBox::down-arrow { image: url("%(icons)s/chevron-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView::item { padding: 4px 2px; }
QTabWidget::pane { border: 0; border-top: 1px solid %(line)s; }
QTabBar::tab { padding: 7px 14px; border: 0; border-bottom: 3px solid transparent; color: %(quiet)s; }
QTabBar::tab:selected { color: %(text)s; border-bottom: 3px solid %(accent)s; font-weight: bold; }
QTabBar::tab:disabled { color: %(quiet)s; }
QTabBar { qproperty-drawBase: 0; }
QTabBar:focus { background: %(chosen)s; }
QScrollBar:vertical { background: %(ground)s; width: 12px; margin: 0; border: 0; }
QScrollBar:horizontal { background: %(ground)s; height: 12px; margin: 0; border: 0; }
QScrollBar::handle { background: %(quiet)s; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: %(accent)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMenu { background: %(panel)s; border: 1px solid %(line)s; }
QMenu::item { padding: 6px 24px; }
QMenu::item:selected { background: %(chosen)s; }
QMenu::item:disabled { color: %(quiet)s; }
QMenuBar { background: %(ground)s; border: 0; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenuBar::item:selected { background: %(chosen)s; }
"""
