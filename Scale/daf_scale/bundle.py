"""Many small files as one object: a tar archive that is the same for the same files."""
import io
import tarfile


def pack(files):
    """The archive of files by their paths."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.USTAR_FORMAT if _fits(files) else tarfile.PAX_FORMAT) as tar:
        for path in sorted(files):
            entry = tarfile.TarInfo(path)
            entry.size = len(files[path])
            tar.addfile(entry, io.BytesIO(files[path]))
    return archive.getvalue()


def unpack(archive):
    """The files of an archive by their paths."""
    files = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for entry in tar:
            if entry.isfile():
                files[entry.name] = tar.extractfile(entry).read()
    return files


def extract(archive, folder):
    """Writes the files of an archive into a folder; none outside it."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


def gather(folder):
    """The files of a folder by their paths in it."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def _fits(files):
    return all(len(path.encode()) <= 100 and path.isascii() for path in files)
