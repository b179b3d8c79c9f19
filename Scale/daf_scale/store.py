"""Where inputs and outputs lie: a folder that all machines see, or a store that speaks S3.

    open_store("/mnt/library")
    open_store("s3://bucket/prefix?endpoint=http://127.0.0.1:5000")

An object appears whole or not at all, and is never changed: its key says what it was made of.
"""
import os
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


class FolderStore:
    def __init__(self, folder):
        self.folder = Path(folder)

    def get(self, key):
        return (self.folder / key).read_bytes()

    def has(self, key):
        return (self.folder / key).exists()

    def put(self, key, data):
        file = self.folder / key
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.replace(aside, file)

    def keys(self, prefix):
        folder = self.folder / prefix
        return sorted(f"{prefix}/{file.name}" for file in folder.iterdir() if not file.name.startswith(".")) if folder.exists() else []


class ObjectStore:
    def __init__(self, bucket, prefix, endpoint):
        import boto3

        self.bucket, self.prefix = bucket, f"{prefix}/" if prefix else ""
        # Who may read and write is told by the environment, as for every client of the store.
        self.client = boto3.client("s3", endpoint_url=endpoint)

    def get(self, key):
        return self.client.get_object(Bucket=self.bucket, Key=self.prefix + key)["Body"].read()

    def has(self, key):
        try:
            self.client.head_object(Bucket=self.bucket, Key=self.prefix + key)
        except self.client.exceptions.ClientError:
            return False
        return True

    def put(self, key, data):
        self.client.put_object(Bucket=self.bucket, Key=self.prefix + key, Body=data)

    def keys(self, prefix):
        found = []
        for page in self.client.get_paginator("list_objects_v2").paginate(
                Bucket=self.bucket, Prefix=f"{self.prefix}{prefix}/"):
            found += [entry["Key"][len(self.prefix):] for entry in page.get("Contents", [])]
        return sorted(found)


def open_store(address):
    """The store at an address."""
    parts = urlsplit(str(address))
    if parts.scheme != "s3":
        return FolderStore(address)
    endpoint = parse_qs(parts.query).get("endpoint", [None])[0]
    return ObjectStore(parts.netloc, parts.path.strip("/"), endpoint)
