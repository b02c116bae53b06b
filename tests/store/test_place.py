"""Where a project lies."""

from pathlib import Path

import pytest

from annotator.store.place import Place, is_network_type, mount_type, path_key, place_of

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /mnt/team nfs4 rw,vers=4.2 0 0
//nas/뉴스 /mnt/news\\040desk cifs rw 0 0
me@host: /remote fuse.sshfs rw 0 0
/dev/sdb1 /mnt/stick fuseblk rw 0 0
tmpfs /mnt/team/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "type_", "remote"),
    [
        ("/srv/me/a.sqlite", "ext4", False),
        ("/mnt/team/a.sqlite", "nfs4", True),
        ("/mnt/team/local/a.sqlite", "tmpfs", False),
        ("/mnt/teammate/a.sqlite", "ext4", False),
        ("/mnt/news desk/a.sqlite", "cifs", True),
        ("/remote/x/a.sqlite", "fuse.sshfs", True),
        ("/mnt/stick/a.sqlite", "fuseblk", False),
    ],
)
def test_a_network_drive_is_known_by_its_file_system(path: str, type_: str, remote: bool) -> None:
    found = mount_type(Path(path), MOUNTS)
    assert (found, is_network_type(found)) == (type_, remote)


@pytest.mark.parametrize(
    "folder",
    ["Dropbox", "Dropbox (회사)", "OneDrive", "OneDrive - Hanbit", "Google Drive", "Nextcloud",
     "Library/Mobile Documents/com~apple~CloudDocs", "Library/CloudStorage/GoogleDrive-me"],
)  # fmt: skip
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, folder: str) -> None:
    assert place_of(tmp_path / folder / "기사" / "a.sqlite") is Place.SYNCED


@pytest.mark.parametrize("folder", ["dropboxes", "My Dropbox notes", "onedriver", "문서"])
def test_a_name_that_only_sounds_like_it_is_local(tmp_path: Path, folder: str) -> None:
    assert place_of(tmp_path / folder / "Dropbox.sqlite") is Place.LOCAL


def test_a_file_has_one_key_by_all_ways_to_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert path_key(tmp_path / "a" / "x.sqlite") == path_key(tmp_path / "b" / ".." / "b" / "x.sqlite")
    assert path_key(tmp_path / "a" / "x.sqlite") != path_key(tmp_path / "a" / "y.sqlite")
