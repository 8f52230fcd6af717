"""dots: how many thousandths of a PNG's dots have a colour.    python3 dots.py FILE RRGGBB"""

import struct
import sys
import zlib

data = open(sys.argv[1], "rb").read()
wanted = bytes.fromhex(sys.argv[2])
width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
size = {2: 3, 6: 4}[kind]  # RGB and RGBA, what drawing programs write
assert depth == 8 and data[28] == 0
packed, at = b"", 8
while at < len(data):
    length, name = struct.unpack(">I4s", data[at:at + 8])
    packed += data[at + 8:at + 8 + length] if name == b"IDAT" else b""
    at += 12 + length
raw, above, found = zlib.decompress(packed), bytearray(width * size), 0
for row in range(height):
    start = row * (width * size + 1)
    line = bytearray(raw[start + 1:start + 1 + width * size])
    for i in range(len(line) if raw[start] else 0):
        left, up, corner = (line[i - size], above[i], above[i - size]) if i >= size else (0, above[i], 0)
        nearest = min((abs(up - corner), 0, left), (abs(left - corner), 1, up), (abs(left + up - 2 * corner), 2, corner))[2]
        line[i] = line[i] + (0, left, up, (left + up) // 2, nearest)[raw[start]] & 255
    found += sum(line[i:i + 3] == wanted for i in range(0, len(line), size))
    above = line
print(1000 * found // (width * height))
