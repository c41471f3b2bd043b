"""What wrk does not do: requests at a steady rate, timed from when each was due, and thousands of listeners on one stream.
Loopback only, as everywhere in benches/."""
import asyncio
import os
import resource
import time


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else None


async def one_answer(reader, writer, head):
    """Sends a request on a connection that stays open and reads its answer: status and body."""
    writer.write(head)
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    names = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)}
    if "content-length" in names:
        body = await reader.readexactly(int(names["content-length"]))
    else:
        pieces = []
        while size := int(await reader.readline(), 16):
            pieces.append(await reader.readexactly(size))
            await reader.readexactly(2)
        await reader.readline()
        body = b"".join(pieces)
    return int(lines[0].split()[1]), body


def at_a_rate(port, paths, per_second, seconds, cookie=None, connections=24):
    """Asks for the paths in turn, so many a second. A time runs from the moment a request was due, so that a slow answer
    also counts against those that had to wait behind it. What this program costs itself is part of it."""
    times, wrong = [], []

    async def worker(queue):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while (item := await queue.get()) is not None:
            due, path = item
            head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nAccept-Language: it\r\n"
            head += f"Cookie: {cookie}\r\n\r\n" if cookie else "\r\n"
            status, _ = await one_answer(reader, writer, head.encode())
            times.append((time.perf_counter() - due) * 1000)
            if status != 200:
                wrong.append(status)
        writer.close()

    async def everything():
        queue = asyncio.Queue()
        workers = [asyncio.create_task(worker(queue)) for _ in range(connections)]
        begun = time.perf_counter() + 0.2
        for number in range(int(per_second * seconds)):
            due = begun + number / per_second
            await asyncio.sleep(max(0, due - time.perf_counter()))
            queue.put_nowait((due, paths[number % len(paths)]))
        for _ in workers:
            queue.put_nowait(None)
        await asyncio.gather(*workers)
    asyncio.run(everything())
    return {"per_second": per_second, "requests": len(times), "wrong": len(wrong), "p50_ms": round(percentile(times, 0.5), 2),
            "p99_ms": round(percentile(times, 0.99), 2), "max_ms": round(max(times), 2)}


class Listener(asyncio.Protocol):
    """One that listens to a stream of events and notes when news came."""

    def __init__(self, head, crowd):
        self.head, self.crowd = head, crowd

    def connection_made(self, transport):
        self.transport = transport
        transport.write(self.head)

    def data_received(self, data):
        if b" 200 " in data[:20]:
            self.crowd.open += 1
            data = data.partition(b"\r\n\r\n")[2]
        if b"data:" in data and self.crowd.said:
            self.crowd.heard[self] = time.perf_counter()

    def connection_lost(self, error):
        self.crowd.lost += 1


class Listeners:
    """So many listeners on one address; `measure` between their coming and the news, `news` makes some."""

    def __init__(self, port, path, many):
        self.port, self.path, self.many = port, path, many
        self.open = self.lost = 0
        self.said, self.heard = None, {}

    def run(self, measure, news, patience=30):
        limit = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(limit[1], max(limit[0], self.many + 200)), limit[1]))

        async def everything():
            loop = asyncio.get_running_loop()
            head = f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept: text/event-stream\r\n\r\n".encode()
            for number in range(self.many):
                await loop.create_connection(lambda: Listener(head, self), "127.0.0.1", self.port)
                if number % 100 == 99:
                    await asyncio.sleep(0.02)
            until = time.perf_counter() + patience
            while self.open < self.many and time.perf_counter() < until:
                await asyncio.sleep(0.05)
            await asyncio.sleep(2)
            measured = measure()
            self.said = time.perf_counter()
            answered = await asyncio.to_thread(news)
            while len(self.heard) < self.open and time.perf_counter() < self.said + patience:
                await asyncio.sleep(0.02)
            return measured, answered
        measured, answered = asyncio.run(everything())
        last = max(self.heard.values(), default=None)
        return {"listeners": self.open, "lost": self.lost, "heard": len(self.heard), "measured": measured,
                "last_ms": round((last - self.said) * 1000, 1) if last else None,
                "answer_ms": round((answered - self.said) * 1000, 1) if answered else None}


def anonymous_kb(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))


def cpu_seconds(pid):
    """User and system time of a process so far."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
