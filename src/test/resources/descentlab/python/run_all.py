"""Runs each script and notebook of a folder, a library being loaded once, and leaves beside it what it printed. Pictures are drawn on
nothing. A library that is not installed may be stood in for: by names of its own over PyTorch, in a file beside this one."""
import contextlib
import importlib.util
import io
import json
import os
import pathlib
import sys
import traceback
import unittest.mock
import urllib.request

folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]
if importlib.util.find_spec(name) is None:
    stand_in = pathlib.Path(__file__).with_name(f"{name}_stand_in.py")
    exec(compile(stand_in.read_text(), stand_in.name, "exec"), {})
library = __import__("numpy" if name == "keras" else name)
drawing = __import__("jax.numpy", fromlist=["linspace"]) if name == "jax" else library
nothing = unittest.mock.MagicMock()
sys.modules["matplotlib"], sys.modules["matplotlib.pyplot"] = nothing, nothing.pyplot
urllib.request.urlopen = lambda address: open(folder / pathlib.PurePosixPath(address).name, "rb")
linspace = drawing.linspace
drawing.linspace = lambda first, last, count: linspace(first, last, 3)  # a picture's contours take their time


def code_of(file):
    if file.suffix == ".py":
        return file.read_text()
    notebook = json.loads(file.read_text())
    if importlib.util.find_spec("nbformat"):
        import nbformat
        nbformat.validate(notebook)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])
    assert notebook["cells"][0]["cell_type"] == "markdown"
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code")


def run(script):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.chdir(folder):
        try:
            exec(compile(code_of(script), script.name, "exec"), {"__name__": "__main__"})
        except BaseException:
            traceback.print_exc(file=printed)
    script.with_suffix(".out").write_text(printed.getvalue())


scripts = sorted([*folder.glob("*.py"), *folder.glob("*.ipynb")])
# Each core has a process, which has the library from this one.
processes = min(len(scripts), len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)
children = []
for part in range(1, processes):
    child = os.fork()
    if child == 0:
        for script in scripts[part::processes]:
            run(script)
        os._exit(0)
    children.append(child)
for script in scripts[::processes]:
    run(script)
assert all(os.waitpid(child, 0)[1] == 0 for child in children)
