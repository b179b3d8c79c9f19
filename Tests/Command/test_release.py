"""What a release holds: Tools/make-release packs a program that stands for Daf's, which it asks for no more than the real one."""
import re
import shutil
import subprocess
import tarfile

import pytest

PROGRAM = """#include <stdio.h>
#include <string.h>
#include <zlib.h>
int main(int count, char **words) {
  if (count > 1 && !strcmp(words[1], "--version")) return puts("daf 1.2.3") < 0;
  if (count > 1 && !strcmp(words[1], "help")) return printf(".TH daf 1 %s\\n", words[count - 1]) < 0;
  if (count > 1 && !strcmp(words[1], "completions")) return printf("# %s\\n", words[2]) < 0;
  return zlibVersion()[0] == 0;
}
"""


@pytest.fixture(scope="module")
def release(repository, tmp_path_factory):
    for program in ("cc", "dpkg-deb", "objdump", "strip", "xz"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    folder = tmp_path_factory.mktemp("release")
    for name in ("Tools", "Templates"):
        shutil.copytree(repository / name, folder / name)
    for name in ("LICENSE", "CHANGELOG.md"):
        shutil.copy(repository / name, folder / name)
    (folder / "daf.c").write_text(PROGRAM, "utf-8")
    subprocess.run(["cc", "-o", folder / "daf", folder / "daf.c", "-lz"], check=True)
    made = subprocess.run([folder / "Tools/make-release", folder / "daf"], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder / "release"


def packed(release, *arguments):
    package = next(release.glob("*.deb"))
    return subprocess.run(["dpkg-deb", *arguments[:1], package, *arguments[1:]], capture_output=True, text=True, check=True).stdout


def test_each_file_has_its_sum(release):
    assert {re.sub(r"_\w+\.deb$", "_X.deb", re.sub(r"linux-\w+", "linux-X", file.name)) for file in release.iterdir()} == {
        "daf-1.2.3-linux-X.tar.xz", "daf_1.2.3_X.deb", "Containerfile", "SHA256SUMS"}
    summed = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=release, capture_output=True, text=True, check=False)
    assert summed.returncode == 0 and summed.stdout.count("OK") == 3, summed.stdout + summed.stderr


def test_the_package_names_the_libraries_and_holds_the_manual_and_completions(release):
    control = dict(line.split(": ", 1) for line in packed(release, "--field").splitlines() if re.match(r"[A-Z][\w-]*: ", line))
    assert {"libc6", "zlib1g"} <= set(control["Depends"].split(", ")), control
    assert (control["Package"], control["Version"]) == ("daf", "1.2.3")
    files = {line.split()[-1].removeprefix(".") for line in packed(release, "--contents").splitlines()}
    assert {"/usr/bin/daf", "/usr/share/daf/Templates/article.mustache", "/usr/share/daf/Templates/strings/ar.yaml",
            "/usr/share/man/man1/daf.1.gz", "/usr/share/man/he/man1/daf.1.gz", "/usr/share/man/ar/man1/daf.1.gz",
            "/usr/share/bash-completion/completions/daf", "/usr/share/zsh/vendor-completions/_daf",
            "/usr/share/fish/vendor_completions.d/daf.fish", "/usr/share/doc/daf/copyright"} <= files


def test_the_archive_holds_the_program_its_templates_and_the_licences(release):
    with tarfile.open(next(release.glob("*.tar.xz"))) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
        readme = archive.extractfile(next(name for name in archive.getnames() if name.endswith("/README"))).read().decode()
    assert {"daf", "README", "LICENSE", "Templates/article.mustache", "licences/zlib1g", "licences/libc6"} <= names
    assert re.search(r"wants GLIBC_2\.\d+", readme) and "libz.so.1 [zlib1g]" in readme


def test_the_container_installs_that_package(release):
    text = (release / "Containerfile").read_text("utf-8")
    assert f"COPY {next(release.glob('*.deb')).name} /tmp/daf.deb" in text and "@DEB@" not in text


def test_a_program_that_wants_swift_is_refused(repository, tmp_path):
    if not shutil.which("cc") or not shutil.which("objdump"):
        pytest.skip("cc is not installed")
    (tmp_path / "swift.c").write_text("int swift(void) { return 0; }", "utf-8")
    (tmp_path / "daf.c").write_text(PROGRAM.replace("zlibVersion()[0] == 0", "swift()").replace("<zlib.h>", "<stdlib.h>")
                                    .replace("int main", "int swift(void);\nint main"), "utf-8")
    subprocess.run(["cc", "-shared", "-o", tmp_path / "libswiftCore.so", tmp_path / "swift.c"], check=True)
    subprocess.run(["cc", "-o", tmp_path / "daf", tmp_path / "daf.c", f"-L{tmp_path}", "-lswiftCore", f"-Wl,-rpath,{tmp_path}"], check=True)
    shutil.copytree(repository / "Tools", tmp_path / "Tools")
    made = subprocess.run([tmp_path / "Tools/make-release", tmp_path / "daf"], capture_output=True, text=True, check=False)
    assert made.returncode == 2 and "make release" in made.stderr
