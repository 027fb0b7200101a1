"""Downloads against a server on this machine: whole, cut off, wrong, silent, refused, on a full disk."""

import errno
import hashlib
import io
import os
import socket
import tarfile
import threading
import time
import zipfile

import pytest

from tests.workbench.data.servers import Act, cut_after, hang_after, says, serving, well, without_parts
from workbench.data import DataError, fetching, unpacking
from workbench.data.fetching import Cancelled, NotFetched, Remote, Stage, fetch, size_words
from workbench.data.unpacking import unpack

FILE = os.urandom(300_000)


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """Nobody waits for seconds."""
    monkeypatch.setattr(fetching, "TIMEOUT", 0.3)
    monkeypatch.setattr(fetching, "PAUSE", 0.01)


def remote(*urls: str, content: bytes = FILE) -> Remote:
    return Remote("file.bin", tuple(f"{url}file.bin" for url in urls), len(content),
                  f"md5:{hashlib.md5(content).hexdigest()}")  # fmt: skip


def test_a_file_comes_whole_and_is_checked(tmp_path):
    steps = []
    with serving({"file.bin": FILE}) as server:
        path = fetch(remote(server.url), tmp_path, steps.append)
        again = fetch(remote(server.url), tmp_path)
    assert path == again == tmp_path / "file.bin" and path.read_bytes() == FILE
    assert server.asked == [""]  # the second time nobody asked
    assert os.listdir(tmp_path) == ["file.bin"]
    loaded = [step for step in steps if step.stage is Stage.DOWNLOADING]
    assert (loaded[-1].done, loaded[-1].total) == (len(FILE), len(FILE))
    assert [step.done for step in loaded] == sorted(step.done for step in loaded)
    assert any(step.stage is Stage.CHECKING for step in steps)


def test_a_connection_that_is_cut_off_goes_on_where_it_ended(tmp_path):
    with serving({"file.bin": FILE}, cut_after(70_000), cut_after(100_000)) as server:
        assert fetch(remote(server.url), tmp_path).read_bytes() == FILE
    assert server.asked == ["", "bytes=70000-", "bytes=170000-"]


def test_what_an_earlier_program_has_fetched_is_not_fetched_again(tmp_path):
    (tmp_path / "file.bin.part").write_bytes(FILE[:123_456])
    with serving({"file.bin": FILE}) as server:
        assert fetch(remote(server.url), tmp_path).read_bytes() == FILE
    assert server.asked == ["bytes=123456-"]


def test_a_file_that_was_complete_but_not_checked_is_asked_for_no_more(tmp_path):
    (tmp_path / "file.bin.part").write_bytes(FILE)
    with serving({"file.bin": FILE}) as server:
        assert fetch(remote(server.url), tmp_path).read_bytes() == FILE
    assert server.asked == [f"bytes={len(FILE)}-"]


def test_a_server_that_knows_no_parts_gives_everything_again(tmp_path):
    with serving({"file.bin": FILE}, cut_after(50_000), without_parts) as server:
        assert fetch(remote(server.url), tmp_path).read_bytes() == FILE
    assert server.asked == ["", "bytes=50000-"]


def test_a_wrong_file_is_thrown_away_and_both_checksums_are_said(tmp_path):
    wanted = remote("http://127.0.0.1:1/")
    with serving({"file.bin": b"something else"}) as server, pytest.raises(NotFetched) as told:
        fetch(Remote("file.bin", (f"{server.url}file.bin",), len(FILE), wanted.checksum), tmp_path)
    said = str(told.value)
    assert hashlib.md5(b"something else").hexdigest() in said and wanted.checksum.removeprefix("md5:") in said
    assert "by hand" in said and str(tmp_path) in said and server.url in said
    assert os.listdir(tmp_path) == []


def test_a_second_address_helps_where_the_first_does_not(tmp_path):
    with serving({"file.bin": b"wrong"}) as first, serving({"file.bin": FILE}) as second:
        assert fetch(remote(first.url, second.url), tmp_path).read_bytes() == FILE
    assert (len(first.asked), second.asked) == (1, [""])


def test_a_file_that_is_not_there_is_said_at_once(tmp_path):
    with serving({}) as server, pytest.raises(NotFetched, match=r"answers 404 .Not Found..*Try again later"):
        fetch(remote(server.url), tmp_path)
    assert len(server.asked) == 1


def test_a_server_with_a_trouble_of_its_own_is_asked_again(tmp_path):
    with serving({"file.bin": FILE}, says(503), says(500), says(429)) as server:
        assert fetch(remote(server.url), tmp_path).read_bytes() == FILE
    assert len(server.asked) == 4


@pytest.mark.parametrize("given", [0, 90_000])
def test_a_server_that_falls_silent_does_not_hold_anybody_up(tmp_path, given):
    begun = time.monotonic()
    silent = hang_after(given)
    with serving({"file.bin": FILE}, silent, hang_after(0), hang_after(0), hang_after(0), hang_after(0)) as server:
        with pytest.raises(NotFetched, match="has said nothing for 0.3 seconds"):
            fetch(remote(server.url), tmp_path)
        kept = (tmp_path / "file.bin.part").stat().st_size if given else 0
        server.silence.set()
    assert time.monotonic() - begun < 6
    assert kept == given


def test_a_server_that_falls_silent_once_is_asked_again(tmp_path):
    with serving({"file.bin": FILE}, hang_after(90_000)) as server:
        assert fetch(remote(server.url), tmp_path).read_bytes() == FILE
        assert server.asked == ["", "bytes=90000-"]


def test_without_a_network_it_is_said_what_to_fetch_and_where_to_put_it(tmp_path):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        with pytest.raises(NotFetched) as told:
            fetch(remote(url), tmp_path)
    said = str(told.value)
    assert "cannot be reached" in said and "may be offline" in said
    assert f"fetch {url}file.bin elsewhere and put it into {tmp_path} by hand" in said
    with pytest.raises(NotFetched, match="no.such.host.invalid cannot be reached"):
        fetch(remote("http://no.such.host.invalid/"), tmp_path)


def test_cancel_is_heard_in_the_middle_and_what_came_is_kept(tmp_path):
    stop = threading.Event()

    def tell(step):
        if step.done >= 100_000:
            stop.set()

    slow = [cut_after(60_000)] * 3
    with serving({"file.bin": FILE}, *slow) as server:
        with pytest.raises(Cancelled):
            fetch(remote(server.url), tmp_path, tell, stop.is_set)
        kept = (tmp_path / "file.bin.part").stat().st_size
        assert 100_000 <= kept < len(FILE)
        server.acts.clear()
        assert fetch(remote(server.url), tmp_path).read_bytes() == FILE
        assert server.asked[-1] == f"bytes={kept}-"


def test_a_file_put_in_place_by_hand_is_taken_or_said_to_be_wrong(tmp_path):
    (tmp_path / "file.bin").write_bytes(FILE)
    assert fetch(remote("http://127.0.0.1:1/"), tmp_path) == tmp_path / "file.bin"
    (tmp_path / "file.bin").write_bytes(FILE[:-1])
    with pytest.raises(NotFetched, match=r"file.bin is not the file that was expected.*Delete it"):
        fetch(remote("http://127.0.0.1:1/"), tmp_path)
    assert (tmp_path / "file.bin").exists()  # what a person has put there is theirs to delete


def test_a_full_disk_is_said_before_anything_is_written(tmp_path, monkeypatch):
    room = type("Usage", (), {"free": 1000})()
    monkeypatch.setattr(fetching.shutil, "disk_usage", lambda path: room)
    with serving({"file.bin": FILE}) as server, pytest.raises(DataError, match="is full: 300 kB are needed. Make room"):
        fetch(remote(server.url), tmp_path)


def test_a_disk_that_fills_up_while_it_writes_is_said_and_what_came_is_kept(tmp_path, monkeypatch):
    """The file grows to 128 kB and no further, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (131_072, before[1]))
    try:
        with serving({"file.bin": FILE}) as server, pytest.raises(DataError, match="is full.*what has come is kept"):
            fetch(remote(server.url), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    kept = (tmp_path / "file.bin.part").stat().st_size
    assert 0 < kept <= 131_072
    with serving({"file.bin": FILE}) as server:
        assert fetch(remote(server.url), tmp_path).read_bytes() == FILE
        assert server.asked == [f"bytes={kept}-"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(fetching.Path, "mkdir", refuse)
    with pytest.raises(DataError, match="cannot be written: Permission denied. Choose another folder .*WORKBENCH_DATA"):
        fetch(remote("http://127.0.0.1:1/"), tmp_path)


def test_two_programs_do_not_fetch_the_same_file_at_once(tmp_path):
    inside, go_on = threading.Event(), threading.Event()

    def slowly(request):
        inside.set()
        go_on.wait(10)
        well(request)

    acts: list[Act] = [slowly]
    with serving({"file.bin": FILE}, *acts) as server:
        first = threading.Thread(target=lambda: fetch(remote(server.url), tmp_path), daemon=True)
        fetching.TIMEOUT = 10.0  # the first waits as long as it has to
        first.start()
        assert inside.wait(10)
        with pytest.raises(NotFetched, match="Another window or program is downloading file.bin"):
            fetch(remote(server.url), tmp_path)
        go_on.set()
        first.join(10)
    assert (tmp_path / "file.bin").read_bytes() == FILE


def test_sizes_are_told_as_people_tell_them():
    assert [size_words(n) for n in (4, 4_542, 9_912_422, 170_052_171, 19_336_861_798)] == [
        "4 B", "4.5 kB", "9.9 MB", "170 MB", "19.3 GB"
    ]  # fmt: skip


# ---------------------------------------------------------------------- unpacking


def tar(**members: bytes) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as pack:
        for name, content in members.items():
            info = tarfile.TarInfo(name.replace("__", "/").replace("UP", ".."))
            info.size = len(content)
            pack.addfile(info, io.BytesIO(content))
    return written.getvalue()


def packed(**members: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in members.items():
            pack.writestr(name.replace("__", "/").replace("UP", ".."), content)
    return written.getvalue()


@pytest.mark.parametrize("pack", [tar, packed])
def test_an_archive_appears_whole(tmp_path, pack):
    (tmp_path / "set.pack").write_bytes(pack(a__b=b"one", c=b"two"))
    steps = []
    unpack(tmp_path / "set.pack", tmp_path / "set", 100, steps.append, lambda: False)
    assert (tmp_path / "set" / "a" / "b").read_bytes() == b"one" and (tmp_path / "set" / "c").read_bytes() == b"two"
    assert sorted(os.listdir(tmp_path)) == ["set", "set.pack"]
    assert steps[-1].stage is Stage.UNPACKING


@pytest.mark.parametrize("pack", [tar, packed])
def test_an_archive_cannot_write_outside_its_folder(tmp_path, pack):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "set.pack").write_bytes(pack(good=b"1", UP__UP__evil=b"2"))
    with pytest.raises(DataError, match="wants to write outside its own folder"):
        unpack(tmp_path / "inner" / "set.pack", tmp_path / "inner" / "set", 100, lambda step: None, lambda: False)
    assert os.listdir(tmp_path) == ["inner"] and os.listdir(tmp_path / "inner") == ["set.pack"]


def test_links_that_lead_out_are_refused(tmp_path):
    with tarfile.open(tmp_path / "set.tar", "w") as pack:
        info = tarfile.TarInfo("link")
        info.type, info.linkname = tarfile.SYMTYPE, "../../outside"
        pack.addfile(info)
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as zipped:
        member = zipfile.ZipInfo("link")
        member.external_attr = 0o120777 << 16
        zipped.writestr(member, "../../outside")
    for name in ("set.tar", "set.zip"):
        with pytest.raises(DataError, match="wants to write outside its own folder"):
            unpack(tmp_path / name, tmp_path / "set", 100, lambda step: None, lambda: False)
    assert not (tmp_path / "set").exists()


@pytest.mark.parametrize("pack", [tar, packed])
def test_an_archive_that_grows_without_end_is_refused(tmp_path, pack):
    (tmp_path / "set.pack").write_bytes(pack(bomb=bytes(2_000_000)))
    with pytest.raises(DataError, match="holds more than the 1000000 bytes that were expected"):
        unpack(tmp_path / "set.pack", tmp_path / "set", 1_000_000, lambda step: None, lambda: False)
    assert os.listdir(tmp_path) == ["set.pack"]


@pytest.mark.parametrize("pack", [tar, packed])
def test_a_damaged_archive_and_a_full_disk_are_told_apart(tmp_path, pack, monkeypatch):
    content = bytearray(pack(a=os.urandom(40_000)))
    content[20_000:20_040] = bytes(40)
    (tmp_path / "set.pack").write_bytes(content)
    with pytest.raises(DataError, match=r"set.pack cannot be unpacked.*Delete it"):
        unpack(tmp_path / "set.pack", tmp_path / "set", 100_000, lambda step: None, lambda: False)
    (tmp_path / "set.pack").write_bytes(pack(a=os.urandom(40_000)))
    monkeypatch.setattr(unpacking.shutil, "disk_usage", lambda path: type("Usage", (), {"free": 1000})())
    with pytest.raises(DataError, match="is full"):
        unpack(tmp_path / "set.pack", tmp_path / "set", 100_000, lambda step: None, lambda: False)
    assert os.listdir(tmp_path) == ["set.pack"]


def test_cancel_while_unpacking_leaves_nothing_half_done(tmp_path):
    (tmp_path / "set.pack").write_bytes(packed(a=b"1", b=b"2"))
    with pytest.raises(Cancelled):
        unpack(tmp_path / "set.pack", tmp_path / "set", 100, lambda step: None, lambda: True)
    assert os.listdir(tmp_path) == ["set.pack"]
