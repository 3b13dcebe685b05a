"""Drawing as a user meets it: which files it writes, what it says, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, ssp_graph
from tests.making import REGISTERS

PARTNERSHIP = ("--register", REGISTERS / "exampleton-2024-27")
DAY = ("--as-of", "2025-06-01")


def test_an_svg_goes_to_standard_output_and_links_nowhere() -> None:
    ran = ssp_graph(*PARTNERSHIP, "draw", "mapping", *DAY)
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.startswith("<?xml")
    assert "Keeping people safe" in ran.out
    assert "<a " not in ran.out


@pytest.mark.skipif(os.name == "nt", reason="there is no terminal to be had for a test")
@pytest.mark.parametrize("format_", ["svg", "html", "png"])
def test_no_picture_is_poured_onto_a_terminal(format_: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "ssp_graph", *map(str, PARTNERSHIP), "draw", "mapping", "--format", format_],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=theirs,
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert done.stderr.decode() == f"Error: The format {format_} is for files. Add --output FILE.{format_}.\n"


def test_the_suffix_of_the_file_chooses_the_format(tmp_path: Path) -> None:
    for suffix, start in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("html", b"<!DOCTYPE html>")):
        file = tmp_path / f"map.{suffix}"
        ran = ssp_graph(*PARTNERSHIP, "draw", "mapping", "--output", file, *DAY)
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == f"Written: {file}\n"
        assert file.read_bytes().startswith(start)


def test_boxes_of_a_file_link_to_the_page_beside_it(tmp_path: Path) -> None:
    ssp_graph(*PARTNERSHIP, "draw", "mapping", "--output", tmp_path / "map.svg", *DAY)
    assert 'href="map.html#thing-' in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_what_would_not_fit_its_page_is_counted_and_the_picture_says_so(tmp_path: Path) -> None:
    ran = ssp_graph(*PARTNERSHIP, "draw", "structure", "--output", tmp_path / "all.svg", *DAY)
    assert (ran.code, "larger than its paper" in ran.err) == (0, False)
    assert "10 things of this picture" in (tmp_path / "all.svg").read_text("utf-8")


@pytest.mark.parametrize("format_", ["svg", "html"])
def test_personal_names_can_be_left_out(tmp_path: Path, format_: str) -> None:
    file = tmp_path / f"all.{format_}"
    ssp_graph(*PARTNERSHIP, "draw", "structure", "--output", file, *DAY)
    assert "Marchetti" in file.read_text(encoding="utf-8")
    ssp_graph(*PARTNERSHIP, "draw", "structure", "--names", "no", "--output", file, *DAY)
    text = file.read_text(encoding="utf-8")
    assert "Marchetti" not in text
    assert "Cabinet Member for Safer" in text


def test_several_words_name_one_thing_and_a_note_stands_on_the_page(tmp_path: Path) -> None:
    file = tmp_path / "around.html"
    ran = ssp_graph(*PARTNERSHIP, "draw", "around", "Hate", "crime", "--steps", "2", "--output", file, *DAY)
    assert ran.code == 0
    assert "<h1>Around Hate crime</h1>" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["pie"],
            "'pie' is not one of 'structure', 'theme', 'around', 'chain', 'mapping', 'matrix', 'gaps', 'strategies', "
            "'areas', 'readings'",
        ),
        (["theme"], "What is the view theme to be about? Name it: ssp-graph draw theme THING."),
        (["mapping", "Safe homes"], "The view mapping is about the whole register and takes no THING."),
        (["theme", "Safe hoems"], "Did you mean:\n  Safe homes (theme): exampleton-2024-27:theme/safe-homes"),
        (["around", "Safe homes", "--steps", "9"], "--steps 9 is not from 1 to 6."),
        (["structure", "--size", "a5"], "'a5' is not one of 'a4', 'a3', 'slide'"),
        (["structure", "--direction", "up"], "'up' is not one of 'down', 'right'"),
        (["structure", "--names", "maybe"], "'maybe' is not one of 'yes', 'no'"),
        (["structure", "--format", "pdf"], "'pdf' is not one of 'svg', 'png', 'html'"),
    ],
)
def test_a_wrong_use_is_one_clear_line(arguments: list[str], said: str) -> None:
    ran = ssp_graph(*PARTNERSHIP, "draw", *arguments, *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_target_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    ran = ssp_graph(*PARTNERSHIP, "draw", "mapping", "--output", tmp_path / "none" / "map.svg", *DAY)
    assert ran.code == 1
    assert "does not exist. Create it first." in ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a machine be made to look as if it had no font")
def test_a_machine_without_a_font_is_told_so(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{tmp_path}/none</dir><cachedir>{tmp_path}</cachedir></fontconfig>',
        encoding="utf-8",
    )
    target = tmp_path / "map.png"
    here = {"FONTCONFIG_FILE": str(fonts)}
    ran = ssp_graph(*PARTNERSHIP, "draw", "mapping", "--output", target, *DAY, variables=here)
    assert ran.code == 1
    assert ran.err == (
        "Error: No font is installed, so a PNG would have no words. Install one, or choose the format svg.\n"
    )
    assert not target.exists()
