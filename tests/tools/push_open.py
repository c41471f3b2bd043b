#!/usr/bin/env python3
"""Opens a captured push message and checks who sent it (RFC 8291, 8188, 8292), by the primitives of `cryptography`.

push_open.py PRIVATE P256DH AUTH AUTHORIZATION < body   prints {"message": …, "claims": …}
"""
import base64
import json
import sys

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def raw(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def point(data):
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), data)


def derived(salt, material, info, length):
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(material)


def message(private, public, auth, body):
    salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
    sender, sealed = body[21:21 + length], body[21 + length:]
    assert len(sealed) <= size, "longer than one record"
    key = ec.derive_private_key(int.from_bytes(raw(private), "big"), ec.SECP256R1())
    shared = key.exchange(ec.ECDH(), point(sender))
    material = derived(raw(auth), shared, b"WebPush: info\0" + raw(public) + sender, 32)
    plain = AESGCM(derived(salt, material, b"Content-Encoding: aes128gcm\0", 16)).decrypt(
        derived(salt, material, b"Content-Encoding: nonce\0", 12), sealed, None)
    text = plain.rstrip(b"\0")
    assert text.endswith(b"\2"), "the last record has its mark"
    return json.loads(text[:-1])


def claims(authorization):
    scheme, rest = authorization.split(" ", 1)
    assert scheme == "vapid", scheme
    given = dict(part.strip().split("=", 1) for part in rest.split(","))
    said, signature = given["t"].rsplit(".", 1)
    number = raw(signature)
    point(raw(given["k"])).verify(
        encode_dss_signature(int.from_bytes(number[:32], "big"), int.from_bytes(number[32:], "big")),
        said.encode(), ec.ECDSA(hashes.SHA256()))
    return json.loads(raw(said.split(".")[1]))


if __name__ == "__main__":
    private, public, auth, authorization = sys.argv[1:5]
    print(json.dumps({"message": message(private, public, auth, sys.stdin.buffer.read()), "claims": claims(authorization)}))
