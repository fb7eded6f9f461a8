"""Before the program: what a bare system lacks, so that Qt starts without complaints."""

import os
import sys
from pathlib import Path

if not {"LC_ALL", "LC_CTYPE", "LANG"} & os.environ.keys():
    os.environ["LC_CTYPE"] = "C.UTF-8"
if not Path("/etc/fonts/fonts.conf").exists():
    own = Path(__file__).parent / "fonts.conf"
    os.environ.setdefault("FONTCONFIG_FILE", str(own))
