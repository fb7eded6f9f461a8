"""The floor of every budget: one window with one label, and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv)
window = QLabel("چشم‌انداز تهران ۱۴۰۴")
window.resize(900, 600)
window.show()
sys.exit(application.exec())
