"""The demo town moves to PostgreSQL and back: killed half-way, taken up again, and the same to the last byte."""
import os
import random
import re
import shutil
import sqlite3
import subprocess
from collections import deque

from town import BINARY, SOAK, Case, Cluster, environment, seed
from web import Visitor, free_port

TODAY = "2028-02-24"
PAGES = 400 if SOAK else 70
FIRST = ["/", "/novita", "/conversazioni", "/pagine", "/uffici", "/persone", "/feed.rss", "/feed.atom", "/feed.json", "/accedi", "/iscriviti",
         "/novita?voce=biblioteca", "/accessibilita", "/privacy", "/questa-pagina-non-esiste", "/cerca"]
SEARCHES = ["carnevale", "biblioteca", "acqua", "maschere carri", "perche no", "via san marco", "mercato", "anffiteatro"]


class Demo:
    """The demo town on a database."""

    def __init__(self, case, name, url=None, data=None):
        self.town = case.town(name)
        self.port = free_port()
        self.data = data or self.town.data
        self.url = url or f"sqlite:{self.data}/dedalus.db"

    def command(self, *more):
        return [BINARY, "demo", "--today", TODAY, "--listen", f"127.0.0.1:{self.port}", "--data", self.data, "--database", self.url, *more]

    def fill(self):
        done = subprocess.run(self.command("--fill-only"), capture_output=True, text=True, env=environment(), timeout=120,
                              stdin=subprocess.DEVNULL)
        if done.returncode:
            raise AssertionError(done.stdout + done.stderr)

    def start(self):
        self.town.start(command=self.command())
        self.visitor = Visitor(self.port)
        return self

    def plain(self, path):
        """What an address answers, freed of what may differ: keys of forms, and the town's own address."""
        answer = self.visitor.get(path)
        text = answer.body
        for host in ("127.0.0.1", "localhost"):
            text = text.replace(f"http://{host}:{self.port}".encode(), b"http://TOWN")
            text = text.replace(f"http%3A%2F%2F{host}%3A{self.port}".encode(), b"http://TOWN")
        text = re.sub(rb'(name="chiave" value=")[^"]*', rb"\1KEY", text)
        headers = {name: (answer.header(name) or "").replace(self.visitor.origin, "http://TOWN")
                   for name in ("content-type", "location", "cache-control", "content-security-policy")}
        return answer.status, headers, text


class Copy(Case):
    def copy(self, source, target, kill_after=None):
        """Runs the copy; kills it when it has told of so many tables. Its code and the tables it told of."""
        process = subprocess.Popen([BINARY, "db", "copy", "--from", source, "--to", target], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment(), text=True)
        said = []
        for line in process.stdout:
            said.append(line.rstrip())
            if kill_after and len(said) >= kill_after:
                process.kill()
        process.stdout.close()
        return process.wait(60), said

    def same(self, one, other, count):
        """Walks both towns and compares; how many pages."""
        waiting, seen, compared = deque(FIRST), set(FIRST), 0
        while waiting and compared < count:
            path = waiting.popleft()
            for attempt in range(4):  # both clocks run: a minute may have passed between the two
                left, right = one.plain(path), other.plain(path)
                if left == right:
                    break
            self.assertEqual(left[:2], right[:2], path)
            if left[2] != right[2]:
                for number, (a, b) in enumerate(zip(left[2].splitlines(), right[2].splitlines())):
                    self.assertEqual(a.decode(), b.decode(), f"{path}, line {number + 1}")
                self.assertEqual(len(left[2]), len(right[2]), path)
            self.assertLess(left[0], 500, path)
            compared += 1
            if b"<html" in left[2][:2000]:
                found = re.findall(rb'(?:href|src)="(/[^"#]*)', left[2])
                # Pages of every kind before many of one kind.
                links = sorted({link.decode().replace("&amp;", "&") for link in found},
                               key=lambda link: sum(known.split("/")[1] == link.split("/")[1] for known in seen))
                for link in links:
                    if link not in seen and not link.startswith(("/cerca", "/assets/")):
                        seen.add(link)
                        waiting.append(link)
        return compared

    def same_search(self, one, other):
        """By relevance, the engines may order alike results differently: compared as sets."""
        for words in SEARCHES:
            path = "/cerca?q=" + words.replace(" ", "+")
            found = []
            for demo in (one, other):
                status, _, text = demo.plain(path)
                self.assertEqual(status, 200, path)
                found.append(sorted(set(re.findall(rb'href="(/(?:post|pagine|persone|uffici)/[^"]+)"', text))))
            self.assertEqual(found[0], found[1], path)

    def counts(self, path, cluster, name):
        """Rows of each table that both have: [(table, here, there)]."""
        connection = sqlite3.connect(path)
        known = {table for (table,) in connection.execute("select name from sqlite_schema where type = 'table' and sql like '%strict%'")}
        with cluster.connect(name) as other:
            tables = [table for (table,) in other.execute("select table_name from information_schema.tables "
                                                          "where table_schema = 'public' and table_type = 'BASE TABLE'")]
            counts = [(table, *(base.execute(f'select count(*) from "{table}"').fetchone()[0] for base in (connection, other)))
                      for table in sorted(tables) if table in known]
        connection.close()
        return counts

    def whole(self, demo):
        """A backup holds every sort of file that the demo town has, and brings it back."""
        town = demo.town
        folder = os.path.join(town.folder, "backups")
        code, told = town.run("backup", "--to", folder)
        self.assertEqual(code, 0, told)

        def files(root):
            return {name for _, _, names in os.walk(root) for name in names if re.fullmatch("[0-9a-f]{64}", name)}
        here = files(os.path.join(demo.data, "files"))
        self.assertGreater(len(here), 10)
        self.assertEqual(files(os.path.join(folder, "files")), here)
        back = self.town("whole-again")
        stamp, = (name for name in os.listdir(folder) if name != "files")
        code, told = back.run("restore", "--from", os.path.join(folder, stamp))
        self.assertEqual(code, 0, told)
        self.assertEqual(files(os.path.join(back.data, "files")), here)

    def test_the_demo_town_moves_to_postgres_and_back_the_same(self):
        dice = random.Random(seed())
        first = Demo(self, "demo")
        first.fill()
        self.whole(first)
        cluster, name = Cluster.shared(), f"process_copy_{os.getpid()}"
        url = cluster.database(name)
        self.addCleanup(cluster.drop, name)
        # Killed wherever it may be, taken up again until it is through.
        kills = []
        for _ in range(3):
            after = dice.randrange(2, 12)
            code, said = self.copy(first.url, url, kill_after=after)
            kills.append(len(said))
            self.assertNotEqual(code, 0, "\n".join(said))
            with cluster.connect(name) as connection:
                there = [t for (t,) in connection.execute("select table_name from information_schema.tables where table_name = 'copy_progress'")]
                self.assertEqual(there, ["copy_progress"], "it was not interrupted half-way")
        code, said = self.copy(first.url, url)
        self.assertEqual(code, 0, "\n".join(said))
        self.assertIn("the counts agree", said[-1])
        # Once it is through, nothing is copied over it.
        code, told = self.copy(first.url, url)
        self.assertNotEqual(code, 0)
        self.assertIn("not empty", told[-1])
        counts = self.counts(f"{first.data}/dedalus.db", cluster, name)
        self.assertGreater(len(counts), 15)
        self.assertEqual([row for row in counts if row[1] != row[2]], [])
        self.say(f"killed after {kills} tables, then: {said[-1]}")

        second = Demo(self, "copied", url)
        shutil.copytree(os.path.join(first.data, "files"), os.path.join(second.data, "files"))
        shutil.copy(os.path.join(first.data, "secret.key"), second.data)
        first.start(), second.start()
        count = self.same(first, second, PAGES)
        self.same_search(first, second)
        self.assertGreaterEqual(count, 60)
        first.town.kill(), second.town.kill()

        back = Demo(self, "back")
        shutil.copytree(os.path.join(first.data, "files"), os.path.join(back.data, "files"))
        code, said = self.copy(url, back.url, kill_after=dice.randrange(2, 10))
        self.assertNotEqual(code, 0)
        code, said = self.copy(url, back.url)
        self.assertEqual(code, 0, "\n".join(said))
        first.start(), back.start()
        again = self.same(first, back, PAGES if SOAK else 40)
        self.same_search(first, back)
        self.say(f"{count} pages the same on both engines, {again} after the way back")
