"""Where inputs and outputs lie: a folder that all machines see, or a store that speaks S3.

    open_store("/mnt/library")
    open_store("s3://bucket/prefix?endpoint=http://127.0.0.1:5000")

An object appears whole or not at all, and is never changed: its key says what it was made of.
"""
import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


class FolderStore:
    def __init__(self, folder):
        self.folder = Path(folder)

    def fetch(self, key, file):
        """Writes an object into a file."""
        shutil.copyfile(self.folder / key, file)

    def read(self, key):
        """A small object; nothing where there is none."""
        file = self.folder / key
        return file.read_bytes() if file.exists() else None

    def put(self, key, file):
        """Keeps a file as an object."""
        place = self.folder / key
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        os.close(handle)
        shutil.copyfile(file, aside)
        os.replace(aside, place)


class ObjectStore:
    def __init__(self, bucket, prefix, endpoint):
        import boto3
        from boto3.s3.transfer import TransferConfig
        from botocore.config import Config

        self.bucket, self.prefix = bucket, f"{prefix}/" if prefix else ""
        # Who may read and write is told by the environment, as for every client of the store.
        self.client = boto3.client("s3", endpoint_url=endpoint, config=Config(retries={"max_attempts": 8, "mode": "standard"}))
        self.transfer = TransferConfig(max_concurrency=2, multipart_chunksize=16 << 20)

    def fetch(self, key, file):
        self.client.download_file(self.bucket, self.prefix + key, str(file), Config=self.transfer)

    def read(self, key):
        try:
            return self.client.get_object(Bucket=self.bucket, Key=self.prefix + key)["Body"].read()
        except self.client.exceptions.NoSuchKey:
            return None

    def put(self, key, file):
        self.client.upload_file(str(file), self.bucket, self.prefix + key, Config=self.transfer)


def open_store(address):
    """The store at an address."""
    parts = urlsplit(str(address))
    if parts.scheme != "s3":
        return FolderStore(address)
    endpoint = parse_qs(parts.query).get("endpoint", [None])[0]
    return ObjectStore(parts.netloc, parts.path.strip("/"), endpoint)
