"""Downloading FashionMNIST on request, from the mirror that the data set's own page publishes."""

from __future__ import annotations

import hashlib
import http.client
import select
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from pathlib import Path
from typing import NoReturn

from engine.data.progress import DataProgress, Pace
from engine.errors import DownloadError
from engine.storage.atomic import writing
from engine.texts import phrase

MIRROR = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"

CHECKSUMS = {
    "train-images-idx3-ubyte.gz": (26_421_880, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
    "train-labels-idx1-ubyte.gz": (29_515, "25c81989df183df01b3e8a0aad5dffbe"),
    "t10k-images-idx3-ubyte.gz": (4_422_102, "bef4ecab320f06d8554ea6380940ec79"),
    "t10k-labels-idx1-ubyte.gz": (5_148, "bb300cfdad3c16e7a12a480ee83cd310"),
}
"""Size in bytes and MD5 sum of each file, as published."""

_CHUNK = 2**16
_POLL_SECONDS = 0.1


def download(folder: Path, mirror: str = MIRROR, timeout: float = 15.0,
             ) -> Generator[DataProgress | None]:
    """Brings the four files into a folder; those that are there and right are kept.

    Each file is checked by its MD5 sum before it takes its name; closing the generator leaves
    nothing half done. `timeout` is in seconds without an answer. Raises DownloadError, or
    StorageError where the folder cannot be written.
    """
    total = sum(size for size, _ in CHECKSUMS.values())
    before, pace = 0, Pace()
    for name, (size, _) in CHECKSUMS.items():
        yield None
        if not _is_right(folder / name):
            for done in _fetch(folder / name, mirror, timeout):
                yield _progress(name, before + done, total) if pace.due() else None
        before += size
    yield DataProgress(1.0, phrase("FashionMNIST is downloaded"))


def _progress(name: str, done: int, total: int) -> DataProgress:
    return DataProgress(done / total, phrase(
        "Downloading {file}: {done:.1f} of {total:.1f} MB",
        file=name, done=done / 1e6, total=total / 1e6))


def _is_right(path: Path) -> bool:
    """Whether the file is there and is the published one."""
    size, checksum = CHECKSUMS[path.name]
    try:
        if path.stat().st_size != size:
            return False
        return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest() == checksum
    except OSError:
        return False


def _fetch(path: Path, mirror: str, timeout: float) -> Generator[int]:
    """Streams one file; yields how many bytes are there."""
    size, checksum = CHECKSUMS[path.name]
    digest, done = hashlib.md5(usedforsecurity=False), 0
    with _response(path.name, mirror, timeout) as response, writing(path) as file:
        for chunk in _chunks(response, path.name, size, timeout):
            file.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            yield done
        if done < size:
            raise DownloadError(
                "{file} did not arrive whole: {done:,} of {size:,} bytes. Try again, or choose a "
                "folder that holds the four files.", file=path.name, done=done, size=size)
        if digest.hexdigest() != checksum:
            _wrong_content(path.name)


def _response(name: str, mirror: str, timeout: float) -> http.client.HTTPResponse:
    """The server's answer to the request for a file, once its size is known to be right."""
    request = urllib.request.Request(f"{mirror.rstrip('/')}/{name}",
                                     headers={"User-Agent": "ActivationLab"})
    try:
        response = urllib.request.urlopen(request, timeout=timeout)
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        _unreachable(name, error)
    announced = response.headers.get("Content-Length")
    if announced is not None and announced != str(CHECKSUMS[name][0]):
        response.close()
        _wrong_content(name)
    return response


def _chunks(response: http.client.HTTPResponse, name: str, size: int,
            timeout: float) -> Generator[bytes]:
    """What arrives, up to `size` bytes; empty every 100 ms in which nothing does.

    So a cancel takes effect while the server is silent. The first read asks no `select`, since its
    bytes may have come with the header and lie in the response's buffer, which is empty afterwards;
    nor does a chunked answer, whose framing is read through that buffer.
    """
    done, heard = 0, time.monotonic()
    while done < size:
        try:
            waits = done > 0 and not response.chunked
            silent = waits and not select.select([response], [], [], _POLL_SECONDS)[0]
            chunk = b"" if silent else response.read1(min(_CHUNK, size - done))
        except (OSError, http.client.HTTPException) as error:
            _unreachable(name, error)
        if not chunk and not silent:
            return
        if silent and time.monotonic() - heard > timeout:
            _unreachable(name, TimeoutError())
        done, heard = done + len(chunk), heard if silent else time.monotonic()
        yield chunk


def _unreachable(name: str, error: Exception) -> NoReturn:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, TimeoutError):
        raise DownloadError(
            "{file} could not be downloaded: the server does not answer. Check the connection, or "
            "choose a folder that holds the four files.", file=name) from error
    raise DownloadError(
        "{file} could not be downloaded: {reason}. Check the connection, or choose a folder that "
        "holds the four files.",
        file=name, reason=getattr(reason, "strerror", None) or str(reason)) from error


def _wrong_content(name: str) -> NoReturn:
    raise DownloadError(
        "{file} arrived with other content than the published file: a page that asks for a login "
        "may have come instead. Open a web page to check, or choose a folder that holds the four "
        "files.", file=name)
