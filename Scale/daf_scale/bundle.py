"""Many small files as one object: a tar archive that is the same for the same files. Read and written through files, so
that nobody holds one in memory."""
import os
import tarfile
from pathlib import Path


def pack(root, archive, only=None):
    """Writes the archive of a folder's files, or of those below some of its entries, by their paths in it."""
    root = Path(root)
    paths = sorted(path for entry in (only or [""]) for path in files(root / entry, root))
    with tarfile.open(archive, "w", format=tarfile.PAX_FORMAT) as tar:
        for path in paths:
            entry = tarfile.TarInfo(path)
            entry.size = (root / path).stat().st_size
            with (root / path).open("rb") as stream:
                tar.addfile(entry, stream)


def unpack(archive, folder):
    """Writes the files of an archive into a folder; none outside it."""
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")


def entries(archive):
    """The files of an archive, one after another: path and content."""
    with tarfile.open(archive) as tar:
        for entry in tar:
            if entry.isfile():
                yield entry.name, tar.extractfile(entry).read()


def files(folder, root=None):
    """The paths of the files below a folder, or of a file, as from a folder above it."""
    root = str(root or folder)
    if os.path.isfile(folder):
        yield os.path.relpath(folder, root)
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(place, name), root)
