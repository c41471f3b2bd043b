"""HTTP for the process tests: a visitor with cookies and an origin, and many requests at once."""
import asyncio
import http.client
import re
import secrets
import socket
from urllib.parse import urlencode


class Answer:
    """A whole response."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def __repr__(self):
        return f"<{self.status}, {len(self.body)} bytes>"


class Refused(Exception):
    """No connection: nobody listens."""


class Silent(Exception):
    """The connection ended before the first byte of an answer."""


class Cut(Exception):
    """The connection ended in the middle of an answer."""


def multipart(fields, files):
    """fields: pairs; files: (field, file name, bytes). The body and its content type."""
    mark, out = secrets.token_hex(16), []
    for name, value in fields:
        out.append(f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    for name, file_name, content in files:
        out.append(f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n'
                   "Content-Type: application/octet-stream\r\n\r\n".encode())
        out += [content, b"\r\n"]
    out.append(f"--{mark}--\r\n".encode())
    return b"".join(out), f"multipart/form-data; boundary={mark}"


def words(html):
    """The text of a page, without its marks."""
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


class Visitor:
    """One browser: keeps cookies, says its origin with each write, follows nothing by itself."""

    def __init__(self, port, origin=None, source=None, host="127.0.0.1"):
        self.port, self.host, self.source = port, host, source
        self.origin = origin or f"http://{host}:{port}"
        self.cookies = {}

    def headers(self, more=None):
        headers = {"Accept": "text/html,*/*", "Accept-Language": "it"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**headers, **(more or {})}

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60,
                                                source_address=(self.source, 0) if self.source else None)
        try:
            try:
                connection.request(method, path, body, self.headers(headers))
                response = connection.getresponse()
            except (BrokenPipeError, ConnectionResetError):
                if connection.sock is None:
                    raise
                # The server has answered before it had read everything.
                response = http.client.HTTPResponse(connection.sock, method=method)
                response.begin()
            answer = Answer(response.status, response.getheaders(), response.read())
        finally:
            connection.close()
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key.strip()] = rest.split(";")[0]
                if not self.cookies[key.strip()]:
                    del self.cookies[key.strip()]
        return answer

    def get(self, path, headers=None):
        return self.ask("GET", path, headers=headers)

    def post(self, path, form, headers=None):
        body = urlencode(form).encode()
        return self.ask("POST", path, body, {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded",
                                             **(headers or {})})

    def upload(self, path, fields, files):
        body, kind = multipart(fields, files)
        return self.ask("POST", path, body, {"Origin": self.origin, "Content-Type": kind})

    def sign_in(self, email, password):
        answer = self.post("/accedi", {"email": email, "password": password})
        if answer.status != 303:
            raise AssertionError(f"{email} cannot sign in: {answer.status} {words(answer.text)[:300]}")
        return self

    def write_post(self, text, **more):
        """Publishes a post; its number."""
        answer = self.post("/post", {"testo": text, "azione": "pubblica", "risposte": "tutti", "chiave": secrets.token_hex(16), **more})
        if answer.status != 303:
            raise AssertionError(f"no post: {answer.status} {words(answer.text)[:300]}")
        return int(answer.header("location").split("/")[2].split("#")[0].split("?")[0])

    def comment_request(self, post, text):
        """What `ask_raw` needs to write a comment."""
        form = urlencode({"testo": text, "chiave": secrets.token_hex(16)}).encode()
        return ("POST", f"/post/{post}/commenti",
                self.headers({"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}), form)


def sign_up_request(origin, name, handle, email):
    form = urlencode({"nome": name, "nickname": handle, "email": email, "password": "una-frase-lunga-abbastanza",
                      "privacy": "1"}).encode()
    return ("POST", "/iscriviti",
            {"Origin": origin, "Accept-Language": "it", "Content-Type": "application/x-www-form-urlencoded"}, form)


async def ask_raw(port, request, host="127.0.0.1", timeout=60, sent=None):
    """One request on a connection of its own. An `Answer`, or Refused, Silent, Cut. Calls `sent` when it is connected."""
    method, path, headers, body = request
    try:
        reader, writer = await asyncio.open_connection(host, port, limit=1 << 20)
    except OSError as error:
        raise Refused(str(error)) from error
    try:
        if sent:
            sent()
        head = [f"{method} {path} HTTP/1.1", f"Host: {host}:{port}", "Connection: close", f"Content-Length: {len(body or b'')}"]
        head += [f"{name}: {value}" for name, value in headers.items()]
        try:
            writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + (body or b""))
            await writer.drain()
        except OSError:
            pass  # the answer, if there is one, says why
        got = bytearray()
        try:
            async with asyncio.timeout(timeout):
                while piece := await reader.read(1 << 16):
                    got += piece
        except OSError as error:
            if not got:
                raise Silent(str(error)) from error
        return whole(bytes(got))
    finally:
        writer.close()


def whole(got):
    """The answer in these bytes, if it is whole."""
    if not got:
        raise Silent("closed")
    head, found, body = got.partition(b"\r\n\r\n")
    if not found:
        raise Cut(f"{len(got)} bytes of a head")
    lines = head.decode("latin-1").split("\r\n")
    headers = [tuple(line.split(": ", 1)) for line in lines[1:] if ": " in line]
    small = {name.lower(): value for name, value in headers}
    if "content-length" in small:
        if len(body) != int(small["content-length"]):
            raise Cut(f"{len(body)} of {small['content-length']} bytes")
    elif small.get("transfer-encoding") == "chunked":
        plain = bytearray()
        while True:
            size, found, body = body.partition(b"\r\n")
            if not found:
                raise Cut("within a chunk")
            length = int(size.split(b";")[0], 16)
            if len(body) < length + 2:
                raise Cut("within a chunk")
            plain += body[:length]
            body = body[length + 2:]
            if length == 0:
                break
        body = bytes(plain)
    return Answer(int(lines[0].split(" ")[1]), headers, body)


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]
