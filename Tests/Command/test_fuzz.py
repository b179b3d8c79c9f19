"""A short run of the fuzz targets over the corpus that is kept (make fuzz has a long one)."""
import os
import subprocess

import pytest

SECONDS = os.environ.get("DAF_TRIAL_SECONDS", "60")


@pytest.mark.timeout(1200)
def test_no_input_harms_what_reads_it(daf_binary, repository, tmp_path):
    trial = daf_binary.parent / "daf-trial"
    if not trial.exists():
        pytest.skip("daf-trial is not built")
    done = subprocess.run([trial, "fuzz", "all", "--seconds", SECONDS, "--corpus", repository / "Tests/Trials/corpus"],
                          cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    print(done.stdout)
