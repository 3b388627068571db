"""Chromium without a window, driven over its pipe (Chrome DevTools Protocol): look at a page, ask it, press on it."""

import base64
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any


class Tab:
    """One page; what the page itself could not do, such as run a checker past its policy, is done from outside."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._write, self._read = os.fdopen(to_browser, "wb"), os.fdopen(from_browser, "rb")
        self._number, self._session = 0, ""
        self._rest = b""
        self.requests: list[str] = []
        """The addresses that were asked for."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._write.write(json.dumps(message).encode() + b"\0")
        self._write.flush()
        while (answer := self._next()).get("id") != self._number:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._read.fileno(), 1 << 16)
            assert more, "the browser has ended"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        return message

    def open(self, address: str, *, scripts: bool = True) -> None:
        """Opens a page and waits until it is there."""
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.call("Page.setBypassCSP", enabled=False)
        self.requests.clear()
        self.call("Page.navigate", url=address)
        while self.evaluate("document.readyState") != "complete":
            pass

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def resize(self, width: int, height: int = 900, zoom: float = 1) -> None:
        """A window of that many CSS pixels at ``zoom`` 1; zooming makes everything larger in the same window."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=round(width / zoom), height=round(height / zoom), deviceScaleFactor=zoom, mobile=False,
        )  # fmt: skip

    def prefer(self, **features: str) -> None:
        """What the user prefers: ``color_scheme="dark"``, ``reduced_motion="reduce"``, ``forced_colors="active"``."""
        names = {name: name.replace("_", "-") for name in features}
        wanted = [
            {"name": names[name] if name == "forced_colors" else f"prefers-{names[name]}", "value": value}
            for name, value in features.items()
        ]
        self.call("Emulation.setEmulatedMedia", media="", features=wanted)

    def close(self) -> None:
        self._write.close()
        self._read.close()

    def picture(self, *, whole: bool = False) -> bytes:
        """The page as a PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"])


def missing() -> str:
    """Why there is no Chromium, as a reason to skip; "" where there is one."""
    return "" if shutil.which("chromium") else "not installed: chromium"


@contextmanager
def tab(folder: Path) -> Iterator[Tab]:
    """A fresh browser with one page, ended with the block; ``folder`` is for its profile."""
    from_us, to_browser = os.pipe()
    from_browser, to_us = os.pipe()
    command = [
        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={folder}",
        "--disable-background-networking", "--hide-scrollbars", "--remote-debugging-pipe",
    ]  # fmt: skip
    shell = f'exec 3<&{from_us} 4>&{to_us}; exec "$@"'
    process = subprocess.Popen(
        ["bash", "-c", shell, "bash", *command],
        pass_fds=(from_us, to_us), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    os.close(from_us)
    os.close(to_us)
    try:
        with closing(Tab(to_browser, from_browser)) as page:
            yield page
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)
