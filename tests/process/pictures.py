"""Pictures for tests, good and bad."""
import io
import re
import struct
import zlib

from PIL import Image, ImageDraw


def photo(number, width=900, height=600):
    """A JPEG that differs from every other number's."""
    image = Image.new("RGB", (width, height), (number * 37 % 256, number * 91 % 256, 120))
    draw = ImageDraw.Draw(image)
    draw.ellipse((50, 50, 50 + width // 2, height - 50), fill=(240, number * 13 % 256, 60))
    draw.text((20, 20), f"foto {number}", fill=(255, 255, 255))
    return encoded(image, "JPEG", quality=85)


def encoded(image, kind, **how):
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def large_photo():
    """64 million pixels, as some telephones make them."""
    return encoded(Image.linear_gradient("L").resize((9248, 6936)).convert("RGB"), "JPEG", quality=80)


def bomb(side):
    """A true PNG of side × side pixels, small in the mail and large when opened."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    squeeze, row, rows = zlib.compressobj(9), b"\0" * (1 + side), []
    for _ in range(side // 100):
        rows.append(squeeze.compress(row * 100))
    rows.append(squeeze.flush())
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"".join(rows)) + chunk(b"IEND", b"")


def heic():
    """The first bytes of a telephone's HEIC, and noise."""
    return struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + bytes(range(256)) * 40


def upload(visitor, content, name="foto.jpg", fields=()):
    """Sends a picture into a new post's form, as the button does; the answer and the picture's number, if it was taken."""
    answer = visitor.upload("/post", [("testo", "Una foto della piazza"), ("azione", "carica"), *fields], [("immagini", name, content)])
    found = re.search(r'name="immagine" value="(\d+)"', answer.text)
    return answer, found and found.group(1)


def post_with(visitor, number, text):
    """Publishes a post with one picture: its number, or None when it was not acknowledged."""
    answer, picture = upload(visitor, photo(number))
    if answer.status == 503:
        return None
    if not picture:
        raise AssertionError(f"the picture was not taken: {answer.status}")
    return visitor.write_post(text, immagine=picture, **{f"alt-{picture}": f"La foto numero {number}"})


def media(page):
    """The addresses of the pictures on a page."""
    return sorted(set(re.findall(r"/media/[0-9a-f]{64}", page)))
