"""LibreOffice as the units' office program: a list of what is done to forms goes to a script run beside it."""

import functools
import json
import shutil
import subprocess
from pathlib import Path

import pytest

PYTHON = "/usr/bin/python3"  # the system's: LibreOffice's bridge belongs to it alone
MACRO = Path(__file__).with_name("office_macro.py")
CSV = "Text - txt - csv (StarCalc)"
FORMATS = (  # ending, name of the filter, its options; 67 is GBK, as WPS saves it, 76 is UTF-8
    ("xlsx", "Calc MS Excel 2007 XML", ""),
    ("xls", "MS Excel 97", ""),
    ("ods", "calc8", ""),
    ("csv", CSV, "44,34,67,1,,0,false,true,false"),
    ("csv", CSV, "44,34,76,1,,0,false,true,false"),
)


@functools.cache
def why_not():
    """Why forms cannot be treated here, "" where they can."""
    if shutil.which("soffice") is None:
        return "needs LibreOffice"
    known = Path(PYTHON).exists() and not subprocess.run([PYTHON, "-c", "import uno"]).returncode
    return "" if known else "needs python3-uno, the bridge to LibreOffice, for /usr/bin/python3"


def job(form, steps, target, *kinds):
    """Open a form, do the steps, save it in these formats (by their places in FORMATS)."""
    saves = [(f"{target}-{kind}.{FORMATS[kind][0]}", *FORMATS[kind][1:]) for kind in kinds]
    return {"open": str(form), "do": steps, "save": saves}


def done(jobs, folder):
    """Do all jobs in one office process; the files that were saved."""
    if why_not():
        pytest.skip(why_not())
    listed = folder / "jobs.json"
    listed.write_text(json.dumps(jobs, ensure_ascii=False), "utf-8")
    subprocess.run([PYTHON, str(MACRO), str(listed)], check=True, capture_output=True, timeout=300)
    return [Path(path) for one in jobs for path, *_ in one["save"]]


def converted(file, ending, folder):
    """Open a file in LibreOffice and save it in another format."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=300)
    return folder / f"{file.stem}.{ending}"
