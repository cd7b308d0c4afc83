from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.packets.bag import bag_info, manifest, read_manifest
from justice_desk.packets.rules import PacketId, PacketRefused, Step

HASH = "0123456789abcdef" * 4
NAMES = st.text("abcXYZ019._-/", min_size=1, max_size=30)


@given(st.dictionaries(NAMES, st.binary(min_size=32, max_size=32).map(bytes.hex), max_size=8))
def test_a_list_is_read_as_it_was_written(hashes: dict[str, str]) -> None:
    assert read_manifest(manifest(hashes)) == hashes


@pytest.mark.parametrize(
    "raw",
    [
        f"{HASH} data/a\n".encode(),
        f"{HASH} *data/a\n".encode(),
        f"{HASH.upper()}  data/a\n".encode(),
        f"{HASH}  data/a".encode(),
        f"{HASH}  data/a\r\n".encode(),
        f"{HASH}  data/a b\n".encode(),
        f"{HASH}  data/%0A\n".encode(),
        f"{HASH}  data/ñ\n".encode(),
        f"{HASH}  data/b\n{HASH}  data/a\n".encode(),
        f"{HASH}  data/a\n{HASH}  data/a\n".encode(),
        f"\n{HASH}  data/a\n".encode(),
        f"{HASH[:-1]}  data/a\n".encode(),
        b"\xff\n",
    ],
)
def test_a_list_has_one_form_only(raw: bytes) -> None:
    with pytest.raises(PacketRefused) as refused:
        read_manifest(raw)
    assert refused.value.step is Step.HASHES


def test_bag_info_counts_bytes_and_files() -> None:
    written = bag_info(PacketId("JD-aaaabbbbcccc2"), date(2026, 11, 20), 4096, 3)
    assert b"Payload-Oxum: 4096.3\n" in written
    assert b"External-Identifier: JD-aaaabbbbcccc2\n" in written
