#!/usr/bin/env python3
"""An SMTP server on loopback that delivers nothing and keeps everything, one JSON object a line.

    smtp_sink.py DIR      writes DIR/port when it listens, then DIR/messages.jsonl

A line has: from, to (list), subject, message_id, text, html, headers (list of pairs), raw, received (seconds).
AUTH PLAIN and LOGIN take the user `dedalus` with the password `dedalus`, and refuse others.

Local parts that make it misbehave, for the tests of what happens then:
    refuse-…     550 at RCPT TO, for good, until the address stands on a line of DIR/taken
    later-…      451 at RCPT TO, for the first two tries
    silent-…     takes the first copy, keeps it, and drops the connection before it answers: the sender cannot know
"""
import asyncio
import collections
import email
import email.policy
import json
import os
import sys
import time

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    def __init__(self, folder):
        self.path = os.path.join(folder, "messages.jsonl")
        self.taken = os.path.join(folder, "taken")
        self.tries = collections.Counter()

    def is_taken(self, address):
        try:
            with open(self.taken) as lines:
                return address in lines.read().splitlines()
        except FileNotFoundError:
            return False

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0].strip("<").lower()
        if local.startswith("refuse-") and not self.is_taken(address):
            return "550 5.1.1 No such mailbox"
        if local.startswith("later-"):
            self.tries[address] += 1
            if self.tries[address] <= 2:
                return "451 4.2.0 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)

        def part(kind):
            body = message.get_body(preferencelist=(kind,))
            return body.get_content() if body else None

        line = {
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": str(message["subject"] or ""),
            "message_id": message["message-id"], "text": part("plain"), "html": part("html"),
            "headers": [[name, str(value)] for name, value in message.items()],
            "raw": envelope.original_content.decode("utf-8", "replace"), "received": time.time(),
        }
        with open(self.path, "ab") as out:  # one write a line: a reader never sees half of one that is there in full
            out.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        for address in envelope.rcpt_tos:
            if address.lower().startswith("silent-"):
                self.tries[address] += 1
                if self.tries[address] == 1:
                    server.transport.abort()
        return "250 OK kept"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"dedalus" and data.password == b"dedalus", handled=True)


async def main():
    folder = os.path.abspath(sys.argv[1])
    os.makedirs(folder, exist_ok=True)
    sink, parent = Sink(folder), os.getppid()
    open(sink.path, "ab").close()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(sink, hostname="localhost", enable_SMTPUTF8=True, authenticator=authenticate,
                     auth_require_tls=False, data_size_limit=40_000_000),
        "127.0.0.1", 0)
    with open(os.path.join(folder, "port.new"), "w") as out:
        out.write(str(server.sockets[0].getsockname()[1]))
    os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
    while os.getppid() == parent:  # gone with whoever started it, even when that was killed
        await asyncio.sleep(0.5)


asyncio.run(main())
