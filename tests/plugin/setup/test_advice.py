from __future__ import annotations

import pytest

from crossearth_qgis.setup.advice import setup_advice


@pytest.mark.parametrize(
    ("log", "word"),
    [
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        (
            'SSLError("Can\'t connect to HTTPS URL because the SSL module is not available.")',
            "lacks the module ssl",
        ),
        ("ProxyError('Cannot connect to proxy.', 407 Proxy Auth", "proxy"),
        (
            "NewConnectionError: Failed to establish: Temporary failure in name resolution",
            "internet",
        ),
        ("ERROR: No matching distribution found for onnxruntime", "not offered"),
        ("× No solution found when resolving dependencies:", "not offered"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "SHA-256"),
        ("× Failed to read\n╰─▶ Hash mismatch for `numpy==2.4.6`", "SHA-256"),
        ("The user requested (constraint) numpy<2\nResolutionImpossible", "constraint"),
        (
            "NewConnectionError('HTTPSConnection(host=download.pytorch.org)': Name or service",
            "PyTorch of this kind",
        ),
        ("Segmentation fault", "The log"),
    ],
)
def test_failures_come_with_advice(log: str, word: str) -> None:
    assert word in setup_advice(log, 10**9)


def test_full_disk_is_named_where_the_log_does_not() -> None:
    assert "disk" in setup_advice("Command returned non-zero exit status 1", 1000)
