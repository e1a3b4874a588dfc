"""The package is the one that is meant, or none."""

import subprocess
import tarfile

import pytest

from livepage.runtime import pinned


def packed(place, content=b"made up"):
    file = place / "file"
    file.write_bytes(content)
    with tarfile.open(place / f"{pinned.NAME}-{pinned.VERSION}.tgz", "w:gz") as archive:
        archive.add(file, "package/file")
    return place / f"{pinned.NAME}-{pinned.VERSION}.tgz"


def test_one_that_is_kept_and_right_is_asked_of_nobody(tmp_path, monkeypatch):
    kept = packed(tmp_path)
    monkeypatch.setattr(pinned, "INTEGRITY", pinned.integrity(kept.read_bytes()))
    monkeypatch.setattr(subprocess, "run", None)
    assert pinned.archive(tmp_path) == kept
    assert pinned.members(kept, "file") == {"file": b"made up"}


def test_without_npm_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pinned.NotThereError, match="no npm"):
        pinned.archive(tmp_path)


def npm(place, monkeypatch, line):
    program = place / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{line}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def test_without_a_network_there_is_none(tmp_path, monkeypatch):
    npm(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(pinned.NotThereError, match="could not bring it"):
        pinned.archive(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_another_file_of_that_name_is_refused_and_not_kept(tmp_path, monkeypatch):
    npm(tmp_path, monkeypatch, f"echo other > {pinned.NAME}-{pinned.VERSION}.tgz")
    with pytest.raises(pinned.NotThereError, match="not the hash"):
        pinned.archive(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
