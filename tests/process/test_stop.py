"""SIGTERM under load: what has begun ends, what has not is refused, and the next start goes on."""
import asyncio
import random
import socket
import threading
import time

from load import Load
from town import SOAK, Case, seed
from web import Cut, Refused, Silent, ask_raw, whole

ROUNDS = 20 if SOAK else 4


class Stop(Case):
    def stops(self, engine):
        dice = random.Random(seed())
        town = self.town("stop", engine)
        people = town.people(3)
        counts = {"answered": 0, "refused": 0, "turned away": 0}
        load = None
        for turn in range(ROUNDS):
            town.start()
            visitors = [town.visitor(who) for who in people]
            load = load or Load(town, visitors[0].write_post("Si chiude"), visitors)
            load.visitors = visitors
            slow = self.slow_request(town, visitors[0], load, f"lenta {turn}")
            outcome, away = [], set()
            code = asyncio.run(self.storm(town, load, dice, outcome, away, counts))
            slow.join(30)
            self.assertEqual(self.slow_answer, 303, "a request whose body came slowly was cut")
            self.assertEqual(code[0], 0, town.tail())
            self.assertLess(code[1], 25)
            self.assertEqual([it for it in outcome if isinstance(it, Cut)], [], "answers were cut")
            self.assertEqual(load.faults, [])
            there = {text for (text,) in town.sql("select body from post where parent_id is not null")}
            self.assertEqual(sorted(load.comments - there), [], "acknowledged and lost")
            self.assertEqual(sorted(text for text in away if text in there), [], "it was done, and nobody was told")
            self.assertEqual(town.one("select count(*) from job where state = 'running'"), 0, "leases were not given back")
            self.assertEqual(town.one("select count(*) from job where lease is not null"), 0)
            self.say(f"stopped after {code[1]:.1f} s with code 0")
        self.say(", ".join(f"{count} {what}" for what, count in counts.items()))
        town.start()
        town.doctor()

    def slow_request(self, town, visitor, load, text):
        """Half a request before the signal, the rest a second after it."""
        method, path, headers, body = visitor.comment_request(load.post, text)
        load.tried_comments.add(text)
        self.slow_answer = None
        self.go_on = threading.Event()
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{town.port}", "Connection: close", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        connection = socket.create_connection(("127.0.0.1", town.port), timeout=30)
        connection.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body[:10])

        def rest():
            self.go_on.wait(30)
            time.sleep(1)
            with connection:
                connection.sendall(body[10:])
                got = b""
                while piece := connection.recv(1 << 16):
                    got += piece
            self.slow_answer = whole(got).status
            if self.slow_answer == 303:
                load.comments.add(text)
        thread = threading.Thread(target=rest)
        thread.start()
        return thread

    async def storm(self, town, load, dice, outcome, away, counts):
        """Forty clients ask without a pause; in the middle of it the server is told to stop."""
        stopped = asyncio.Event()

        async def client(number):
            while True:
                if number % 4 == 3:  # a reader
                    kind, text, request = "page", "", ("GET", f"/post/{load.post}", {}, b"")
                else:
                    kind, text, request = load.requests(0 if number == 0 else 1, 1 if number == 0 else 0)[0]
                try:
                    if kind == "page":
                        answer = await ask_raw(town.port, request)
                    else:
                        answer = await load.one(kind, text, request)
                        if isinstance(answer, Exception):
                            raise answer
                    outcome.append(answer)
                    counts["answered"] += 1
                except Refused:
                    counts["refused"] += 1
                    return
                except Silent:
                    # The system had taken the connection, the server never did; so nothing may have come of it.
                    away.add(text)
                    counts["turned away"] += 1
                    if not stopped.is_set():
                        raise AssertionError("a connection was dropped before the signal") from None
                except Cut as cut:
                    outcome.append(cut)
                    return

        clients = [asyncio.create_task(client(number)) for number in range(40)]
        await asyncio.sleep(dice.uniform(0.3, 1.2))
        stopped.set()
        self.go_on.set()
        code = await asyncio.to_thread(town.stop)
        await asyncio.gather(*clients)
        return code

    def test_no_request_is_cut_on_sqlite(self):
        self.stops("sqlite")

    def test_no_request_is_cut_on_postgres(self):
        self.stops("postgres")
