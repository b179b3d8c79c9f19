"""Many small files as one object: a tar archive that is the same for the same files. The program tar writes and unpacks
it, a tenth of what it costs in Python where a library has millions of files; nobody holds one in memory."""
import os
import subprocess
import tarfile
from pathlib import Path

# Nothing but paths and contents goes into an archive.
SAME = ["--format=gnu", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=644", "--no-recursion"]


class BadBundle(Exception):
    """An archive could not be written or read: what tar says of it."""


def pack(root, archive, only=None):
    """Writes the archive of a folder's files, or of those below some of its entries, by their paths in it."""
    root = Path(root)
    paths = sorted(path for entry in (only or [""]) for path in files(root / entry, root))
    names = b"".join(os.fsencode(f"./{path}") + b"\0" for path in paths)
    _tar(*SAME, "--create", f"--file={archive}", f"--directory={root}", "--null", "--files-from=-", names=names)


def unpack(archive, folder):
    """Writes the files of an archive into a folder; none outside it, for tar takes no path that leads out."""
    Path(folder).mkdir(exist_ok=True)
    _tar("--extract", "--no-same-owner", f"--file={archive}", f"--directory={folder}")


def entries(archive):
    """The files of an archive, one after another: path and content."""
    with tarfile.open(archive) as tar:
        for entry in tar:
            if entry.isfile():
                yield entry.name.removeprefix("./"), tar.extractfile(entry).read()


def files(folder, root=None):
    """The paths of the files below a folder, or of a file, as from a folder above it."""
    root = str(root or folder)
    if os.path.isfile(folder):
        yield os.path.relpath(folder, root)
    for place, _, names in os.walk(folder):
        below = os.path.relpath(place, root)
        for name in names:
            yield name if below == "." else f"{below}/{name}"


def _tar(*arguments, names=b""):
    done = subprocess.run(["tar", *arguments], input=names, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    if done.returncode != 0:
        raise BadBundle(done.stderr.decode(errors="backslashreplace").strip() or f"tar: status {done.returncode}")
