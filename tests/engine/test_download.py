"""Downloading from a server of our own that fails in many ways."""

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from engine.data import download as module
from engine.data.download import CHECKSUMS, download
from engine.errors import DownloadError, StorageError

CONTENT = {name: np.random.default_rng(index).bytes(size) for index, (name, size) in enumerate(
    zip(CHECKSUMS, (400_000, 500, 90_000, 300), strict=True))}
HTML = b"<html>Log in to this network</html>"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.split("/")[-1]
        self.server.asked.append(name)
        way = self.server.way if name == self.server.failing else "right"
        getattr(self, f"send_{way}")(CONTENT[name])

    def head(self, length, status=200, **headers):
        self.send_response(status)
        for key, value in {"Content-Length": length, **headers}.items():
            if value is not None:
                self.send_header(key.replace("_", "-"), str(value))
        self.end_headers()

    def send_right(self, content):
        self.head(len(content))
        self.wfile.write(content)

    def send_error_500(self, content):
        self.head(5, 500)
        self.wfile.write(b"sorry")

    def send_cut(self, content):
        self.head(len(content))
        self.wfile.write(content[:100])
        self.close_connection = True

    def send_html(self, content):
        self.head(len(HTML), Content_Type="text/html")
        self.wfile.write(HTML)

    def send_html_without_length(self, content):
        self.head(None, Connection="close")
        self.wfile.write(HTML)
        self.close_connection = True

    def send_wrong(self, content):
        self.head(len(content))
        self.wfile.write(bytes(len(content)))

    def send_stall(self, content):
        self.head(len(content))
        self.wfile.write(content[:100])
        self.server.released.wait(20)
        self.close_connection = True

    def send_silence(self, content):
        self.server.released.wait(20)
        self.close_connection = True

    def send_chunked(self, content):
        self.head(None, Transfer_Encoding="chunked")
        for start in range(0, len(content), 70_000):
            piece = content[start:start + 70_000]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *args):
        pass


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(module, "CHECKSUMS", {
        name: (len(content), hashlib.md5(content).hexdigest())
        for name, content in CONTENT.items()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.way, server.failing, server.asked = "right", None, []
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    server.url = f"http://127.0.0.1:{server.server_address[1]}/files"
    yield server
    server.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_success_brings_the_four_files(server, tmp_path):
    folder = tmp_path / "数据 é"
    records = [item for item in download(folder, server.url) if item is not None]
    assert {name: (folder / name).read_bytes() for name in names(folder)} == CONTENT
    fractions = [record.fraction for record in records]
    assert fractions == sorted(fractions)
    assert fractions[0] < 1 and fractions[-1] == 1
    assert all(0 < fraction <= 1 for fraction in fractions)
    assert str(records[0].words).startswith("Downloading train-images-idx3-ubyte.gz: ")


@pytest.mark.parametrize("failing", ["train-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"])
@pytest.mark.parametrize(("way", "words"), [
    ("error_500", "could not be downloaded: Internal Server Error"),
    ("cut", "did not arrive whole: 100 of "),
    ("html", "other content than the published file"),
    ("html_without_length", f"did not arrive whole: {len(HTML)} of "),
    ("wrong", "other content than the published file"),
    ("stall", "the server does not answer"),
    ("silence", "the server does not answer"),
])
def test_each_failure_is_one_sentence_and_leaves_no_piece(server, tmp_path, way, words, failing):
    server.way, server.failing = way, failing
    with pytest.raises(DownloadError) as caught:
        list(download(tmp_path, server.url, timeout=0.3))
    text = str(caught.value)
    assert text.startswith(failing)
    assert words in text
    assert "choose a folder that holds the four files" in text
    whole = [name for name in CONTENT if list(CONTENT).index(name) < list(CONTENT).index(failing)]
    assert names(tmp_path) == sorted(whole)


def test_chunked_answer_is_read(server, tmp_path):
    server.way, server.failing = "chunked", "train-images-idx3-ubyte.gz"
    list(download(tmp_path, server.url))
    assert (tmp_path / server.failing).read_bytes() == CONTENT[server.failing]


@pytest.mark.parametrize("way", ["right", "stall"])
def test_cancel_leaves_no_piece(server, tmp_path, way):
    server.way, server.failing = way, "train-images-idx3-ubyte.gz"
    steps = download(tmp_path, server.url)
    while not any(".tmp." in name for name in names(tmp_path)):
        next(steps)
    next(steps)
    steps.close()
    assert names(tmp_path) == []


def test_right_files_are_kept_and_wrong_ones_replaced(server, tmp_path):
    kept, wrong, *absent = CONTENT
    (tmp_path / kept).write_bytes(CONTENT[kept])
    (tmp_path / wrong).write_bytes(bytes(len(CONTENT[wrong])))
    before = (tmp_path / kept).stat().st_mtime_ns
    list(download(tmp_path, server.url))
    assert server.asked == [wrong, *absent]
    assert (tmp_path / kept).stat().st_mtime_ns == before
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == CONTENT


def test_failure_keeps_the_old_file(server, tmp_path):
    server.way = "cut"
    server.failing = name = "train-images-idx3-ubyte.gz"
    (tmp_path / name).write_bytes(b"what was there")
    with pytest.raises(DownloadError):
        list(download(tmp_path, server.url))
    assert (tmp_path / name).read_bytes() == b"what was there"


def test_offline_says_that_files_can_be_chosen_by_hand(server, tmp_path):
    server.shutdown()
    server.server_close()
    with pytest.raises(DownloadError, match="could not be downloaded: .+ choose a folder that"):
        list(download(tmp_path, server.url))
    assert names(tmp_path) == []


def test_folder_that_cannot_be_written_is_named(server, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="could not be written"):
        list(download(tmp_path / "file", server.url))


def test_published_sums_are_those_of_the_official_files(fashion_mnist_folder):
    for name, (size, checksum) in CHECKSUMS.items():
        content = (fashion_mnist_folder / name).read_bytes()
        assert (len(content), hashlib.md5(content).hexdigest()) == (size, checksum)
