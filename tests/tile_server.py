"""A web map on this computer: tiles and pictures of known colours, and failures on demand."""

from __future__ import annotations

import collections
import contextlib
import http.server
import math
import struct
import threading
import time
import urllib.parse
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

EDGE = 256
WORLD_EDGE = 20037508.342789244  # Web Mercator
Tile = tuple[int, int, int]


def tile_size(zoom: int) -> float:
    """Return the edge of a tile, Web Mercator metres."""
    return 2 * WORLD_EDGE / 2**zoom


def color_of(tile: Tile) -> tuple[int, int, int]:
    """Return what a tile is filled with; its first pixel differs: see `corner_of`."""
    zoom, x, y = tile
    return x % 256, y % 256, zoom


def corner_of(tile: Tile) -> tuple[int, int, int]:
    """Return the colour of the pixel in the upper left corner of a tile."""
    red, green, blue = color_of(tile)
    return 255 - red, 255 - green, 255 - blue


class TileServer(http.server.ThreadingHTTPServer):
    """Serves ``/z/x/y.png``, the same as a WMTS, and a WMS under ``/wms``.

    Attributes:
        asked: how often each tile was asked for.
        status: tile -> HTTP status to fail with; 200 is a page of text where a picture should be.
        failures_left: tile -> how often it fails; others fail for ever.
        delays_s: tile -> how long it takes.
        transparent: tiles without anything to see.
        wms_status: with which the WMS fails; None: it does not.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: collections.Counter[Tile] = collections.Counter()
        self.status: dict[Tile, int] = {}
        self.failures_left: dict[Tile, int] = {}
        self.delays_s: dict[Tile, float] = {}
        self.transparent: set[Tile] = set()
        self.wms_status: int | None = None

    def xyz_uri(self, zmax: int = 18) -> str:
        address = f"http://127.0.0.1:{self.server_port}/{{z}}/{{x}}/{{y}}.png"
        return f"type=xyz&url={address}&zmin=0&zmax={zmax}"

    def wmts_uri(self) -> str:
        address = f"http://127.0.0.1:{self.server_port}/wmts.xml"
        return (
            "crs=EPSG:3857&format=image/png&layers=tiles&styles=default&tileMatrixSet=web"
            f"&url={address}"
        )

    def wms_uri(self) -> str:
        address = f"http://127.0.0.1:{self.server_port}/wms"
        return (
            f"crs=EPSG:32643&format=image/png&layers=scene&styles=&url={address}"
            "&contextualWMSLegend=0&dpiMode=7"
        )


class _Answer(http.server.BaseHTTPRequestHandler):
    server: TileServer

    def do_GET(self) -> None:
        if self.path.startswith("/wms"):
            self._answer_wms()
            return
        if self.path.startswith("/wmts.xml"):
            self._send(200, _wmts_capabilities(self.server.server_port).encode(), "text/xml")
            return
        zoom, x, y = PurePosixPath(self.path).with_suffix("").parts[1:]
        tile = (int(zoom), int(x), int(y))
        self.server.asked[tile] += 1
        time.sleep(self.server.delays_s.get(tile, 0.0))
        if tile in self.server.status and self.server.failures_left.get(tile, 1) > 0:
            if tile in self.server.failures_left:
                self.server.failures_left[tile] -= 1
            self._send(self.server.status[tile], b"Come back later.", "text/plain")
            return
        alpha = 0 if tile in self.server.transparent else 255
        rows = [bytes((*color_of(tile), alpha)) * EDGE] * EDGE
        rows[0] = bytes((*corner_of(tile), alpha)) + rows[0][4:]
        self._send(200, _png(EDGE, rows), "image/png")

    def _answer_wms(self) -> None:
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        values = {name.upper(): value[0] for name, value in query.items()}
        if values.get("REQUEST") == "GetCapabilities":
            self._send(200, _CAPABILITIES.encode(), "text/xml")
        elif self.server.wms_status is not None:
            self._send(self.server.wms_status, b"", "text/plain")
        else:
            left, bottom, right, top = map(float, values["BBOX"].split(","))
            width, height = int(values["WIDTH"]), int(values["HEIGHT"])
            across, down = (right - left) / width, (top - bottom) / height
            # Red and green tell the hundreds of metres that the middle of a pixel lies in.
            reds = [_hundreds(left + (column + 0.5) * across) for column in range(width)]
            rows = [
                b"".join(bytes((red, _hundreds(top - (row + 0.5) * down), 77, 255)) for red in reds)
                for row in range(height)
            ]
            self._send(200, _png(width, rows), "image/png")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        pass


def _hundreds(metres: float) -> int:
    return math.floor(metres / 100) % 256


def _png(width: int, rows: list[bytes]) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, len(rows), 8, 6, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 1)
    return b"".join(
        (b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), chunk(b"IDAT", body), chunk(b"IEND", b""))
    )


_CAPABILITIES = """<?xml version="1.0"?>
<WMT_MS_Capabilities version="1.1.1">
 <Service><Name>OGC:WMS</Name><Title>Test</Title>
  <OnlineResource xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://127.0.0.1/"/>
 </Service>
 <Capability>
  <Request><GetMap><Format>image/png</Format><DCPType><HTTP><Get>
   <OnlineResource xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href=""/>
  </Get></HTTP></DCPType></GetMap></Request>
  <Layer><Title>All</Title><SRS>EPSG:32643</SRS>
   <Layer><Name>scene</Name><Title>Scene</Title><SRS>EPSG:32643</SRS>
    <LatLonBoundingBox minx="74" miny="17" maxx="76" maxy="19"/>
    <BoundingBox SRS="EPSG:32643" minx="490000" miny="1990000" maxx="510000" maxy="2010000"/>
   </Layer>
  </Layer>
 </Capability>
</WMT_MS_Capabilities>
"""


def _wmts_capabilities(port: int) -> str:
    matrices = "".join(
        f"<TileMatrix><ows:Identifier>{zoom}</ows:Identifier>"
        f"<ScaleDenominator>{tile_size(zoom) / EDGE / 0.00028!r}</ScaleDenominator>"
        f"<TopLeftCorner>{-WORLD_EDGE!r} {WORLD_EDGE!r}</TopLeftCorner>"
        f"<TileWidth>{EDGE}</TileWidth><TileHeight>{EDGE}</TileHeight>"
        f"<MatrixWidth>{2**zoom}</MatrixWidth><MatrixHeight>{2**zoom}</MatrixHeight></TileMatrix>"
        for zoom in range(19)
    )
    return f"""<?xml version="1.0"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
 xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
 <Contents>
  <Layer><ows:Title>Tiles</ows:Title><ows:Identifier>tiles</ows:Identifier>
   <ows:WGS84BoundingBox><ows:LowerCorner>-180 -85.05</ows:LowerCorner>
    <ows:UpperCorner>180 85.05</ows:UpperCorner></ows:WGS84BoundingBox>
   <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
   <Format>image/png</Format>
   <TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink>
   <ResourceURL format="image/png" resourceType="tile"
    template="http://127.0.0.1:{port}/{{TileMatrix}}/{{TileCol}}/{{TileRow}}.png"/>
  </Layer>
  <TileMatrixSet><ows:Identifier>web</ows:Identifier>
   <ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>{matrices}
  </TileMatrixSet>
 </Contents>
</Capabilities>
"""


@contextlib.contextmanager
def serving() -> Iterator[TileServer]:
    """Serve for as long as the block takes."""
    with TileServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
