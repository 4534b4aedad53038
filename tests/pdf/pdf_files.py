# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files written by hand: sound, damaged, locked, and meant to do harm."""
import hashlib
import zlib

# PDF 32000-1:2008, algorithm 2: what a password is filled up with.
PADDING = bytes.fromhex('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a')


def rc4(key, data):
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def assemble(objects, trailer=''):
    """Objects by number from 1, the first of which is the catalogue, as a file with its table of references."""
    out = bytearray(b'%PDF-1.7\n')
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n' % number + (body if isinstance(body, bytes) else body.encode()) + b'\nendobj\n'
    table = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    out += b''.join(b'%010d 00000 n \n' % place for place in places)
    out += f'trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n'.encode()
    return bytes(out)


def stream(content, entries=''):
    return f'<< /Length {len(content)} {entries} >>\nstream\n'.encode() + content + b'\nendstream'


def document(contents, size=(300, 400), resources='', more=(), trailer=''):
    """One page for each content; what else the pages need begins at object 3 + 2 * pages."""
    n = len(contents)
    kids = ' '.join(f'{3 + 2 * i} 0 R' for i in range(n))
    objects = ['<< /Type /Catalog /Pages 2 0 R >>', f'<< /Type /Pages /Kids [{kids}] /Count {n} >>']
    for i, content in enumerate(contents):
        objects += [f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {4 + 2 * i} 0 R '
                    f'/Resources << {resources} >> >>', stream(content)]
    return assemble(objects + list(more), trailer)


def sound(n=3):
    """Page i is grey by i tenths."""
    return document([b'%.1f g 0 0 300 400 re f' % (i / 10) for i in range(1, n + 1)])


def locked():
    """RC4 of 40 bits with a user's password that is not empty: enough to be asked for one."""
    owner = rc4(hashlib.md5(b'owner'.ljust(5) + PADDING[:27]).digest()[:5], b'user' + PADDING[:28])
    key = hashlib.md5(b'user' + PADDING[:28] + owner + (-4 & 0xffffffff).to_bytes(4, 'little') + b'0123456789abcdef').digest()[:5]
    user = rc4(key, PADDING)
    encryption = f'<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>'
    identity = b'0123456789abcdef'.hex()
    return document([b'0 g 0 0 300 400 re f'], trailer=f'/Encrypt {encryption} /ID [<{identity}> <{identity}>]')


def forms_within_forms(depth=12, times=10):
    """Each form draws the next one ten times: 10^12 rectangles out of some hundred lines."""
    first = 5
    forms = []
    for level in range(depth):
        last = level == depth - 1
        content = b'0 0 9 9 re f' if last else b'/F Do ' * times
        resources = '' if last else f'/Resources << /XObject << /F {first + level + 1} 0 R >> >>'
        forms.append(stream(content, f'/Type /XObject /Subtype /Form /BBox [0 0 300 400] {resources}'))
    return document([b'/F Do'], resources=f'/XObject << /F {first} 0 R >>', more=forms)


def picture_of(width, height):
    """A picture that says it has so many pixels, out of few bytes."""
    data = zlib.compress(bytes(1 << 20))
    image = stream(data, f'/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB '
                         '/BitsPerComponent 8 /Filter /FlateDecode')
    return document([b'300 0 0 400 0 0 cm /I Do'], resources='/XObject << /I 5 0 R >>', more=[image])
