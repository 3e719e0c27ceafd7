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
        ("OSError('Tunnel connection failed: 407 Proxy Authentication Required')", "password"),
        (
            "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403",
            "refused",
        ),
        (
            "[WinError 32] The process cannot access the file because it is being used by another "
            "process: 'C:\\\\Users\\\\M\u00fcller\\\\_ssl.pyd'",
            "virus scanner",
        ),
        ("PermissionError: [WinError 5] Zugriff verweigert", "virus scanner"),
        (
            "HINT: This error might have occurred since this system does not have Windows Long "
            "Path support enabled: https://pip.pypa.io/warnings/enable-long-paths",
            "shorter folder",
        ),
        ("FileNotFoundError: [WinError 206] Dateiname oder Erweiterung ist zu lang", "shorter"),
        ("OSError: [Errno 36] File name too long: '/home", "shorter"),
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
    assert word in setup_advice(log, 10**9).sentence


def test_full_disk_is_named_where_the_log_does_not() -> None:
    assert "disk" in setup_advice("Command returned non-zero exit status 1", 1000).sentence


def test_without_a_network_no_other_python_is_tried() -> None:
    log = "NewConnectionError: refused\nERROR: No matching distribution found for numpy"
    assert not setup_advice(log, 10**9).is_of_this_python
    assert setup_advice(log.partition("\n")[2], 10**9).is_of_this_python
