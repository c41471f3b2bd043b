"""A backup while people write, brought back into an empty town."""
import asyncio
import hashlib
import json
import os
import random
import shutil
import sqlite3
import time

from load import Load
from pictures import media, post_with
from town import SOAK, Case, seed

ROUNDS = 10 if SOAK else 1


class Backup(Case):
    def under_load(self, town, load, dice):
        """Backs up twice while comments are written; what was said when: {text: (begun, acknowledged)}, the two folders."""
        said, runs, over = {}, [], asyncio.Event()

        async def writer():
            while not over.is_set():
                (kind, text, request), = load.requests(1, 0)
                begun = time.monotonic()
                await load.one(kind, text, request)
                said[text] = (begun, time.monotonic())
                await asyncio.sleep(dice.uniform(0, 0.01))

        async def everything():
            writers = [asyncio.create_task(writer()) for _ in range(8)]
            await asyncio.sleep(0.3)
            for number in range(2):
                begun = time.monotonic()
                code, told = await asyncio.to_thread(town.run, "backup", "--to", self.folder)
                self.assertEqual(code, 0, told)
                runs.append((begun, time.monotonic(), told))
                await asyncio.sleep(1.1)  # folders bear the second in their names
                if number == 0:
                    self.posts[await asyncio.to_thread(post_with, self.visitor, 77, "Fra una copia e l’altra")] = 77
            over.set()
            await asyncio.gather(*writers)
        asyncio.run(everything())
        self.assertEqual(load.faults, [])
        self.assertEqual(set(said), load.comments, "writing went on without a fault")
        return said, runs

    def equals_the_model(self, town, post, said, begun, ended):
        there = {text for (text,) in town.sql(f"select body from post where root_id = {post}")}
        before = {text for text, (_, acknowledged) in said.items() if acknowledged < begun}
        after = {text for text, (asked, _) in said.items() if asked > ended}
        self.assertEqual(sorted(before - there), [], "acknowledged before the backup began, and not in it")
        self.assertEqual(sorted(after & there), [], "begun after the backup had ended, and in it")
        self.assertEqual(sorted(there - set(said)), [])
        # One moment: what was asked for only after something else was acknowledged is never there without it.
        newest = max((said[text][0] for text in there), default=0)
        missed = [text for text, (_, acknowledged) in said.items() if acknowledged < newest and text not in there]
        self.assertEqual(missed, [], "the backup mixes two moments")
        self.assertEqual(town.one(f"select comment_count from post where id = {post}"), len(there))
        return len(there)

    def goes_round(self, engine, other):
        dice = random.Random(seed())
        for turn in range(ROUNDS):
            self.one_round(engine, other, dice)

    def one_round(self, engine, other, dice):
        town = self.town("backup", engine)
        people = town.people(3)
        town.start()
        visitors = [town.visitor(who) for who in people]
        self.visitor = visitors[0]
        load = Load(town, visitors[0].write_post("Si fa la copia"), visitors)
        self.posts = {post_with(visitors[0], number, f"Foto {number} da salvare"): number for number in range(3)}
        self.folder = os.path.join(town.folder, "backups")
        said, runs = self.under_load(town, load, dice)
        first, second = sorted(name for name in os.listdir(self.folder) if name != "files")
        # The second shares the files of the first: only the new picture's are new.
        manifests = [json.load(open(os.path.join(self.folder, name, "manifest.json"))) for name in (first, second)]
        self.assertTrue(set(manifests[0]["files"]) < set(manifests[1]["files"]))
        new = len(manifests[1]["files"]) - len(manifests[0]["files"])
        self.assertIn(f"({new} of them new)", runs[1][2])
        kept = [name for _, _, names in os.walk(os.path.join(self.folder, "files")) for name in names]
        self.assertEqual(sorted(kept), sorted(manifests[1]["files"]), "each file is kept once")
        for base, _, names in os.walk(self.folder):
            self.assertNotIn("secret.key", names)
        for name in (first, second):
            with self.subTest(backup=name):
                self.assertEqual(sorted(os.listdir(os.path.join(self.folder, name))), ["dedalus.db", "manifest.json"])
        pictures = {address: visitors[0].get(address).body for post in self.posts for address in media(visitors[0].get(f"/post/{post}").text)}
        town.kill()
        # As if only what has a name of its own had been carried elsewhere.
        for name in (first, second):
            for rest in ("-wal", "-shm"):
                if os.path.exists(os.path.join(self.folder, name, "dedalus.db" + rest)):
                    os.remove(os.path.join(self.folder, name, "dedalus.db" + rest))
        for name, (begun, ended, _), posts in ((first, runs[0], 3), (second, runs[1], 4)):
            back = self.town("restored", other)
            code, told = back.run("restore", "--from", os.path.join(self.folder, name))
            self.assertEqual(code, 0, told)
            self.assertIn("the secret key is missing", told)
            shutil.copy(os.path.join(town.data, "secret.key"), back.data)
            count = self.equals_the_model(back, load.post, said, begun, ended)
            back.doctor()
            back.start()
            visitor = back.visitor(people[1])
            seen = 0
            for post in list(self.posts)[:posts]:
                page = visitor.get(f"/post/{post}")
                self.assertEqual(page.status, 200)
                for address in media(page.text):
                    self.assertEqual(visitor.get(address).body, pictures[address], address)
                    seen += 1
            self.assertGreaterEqual(seen, 3)
            # It lives: a comment more, and the search knows the old ones.
            self.assertEqual(visitor.post(f"/post/{load.post}/commenti", {"testo": "Di nuovo qui", "chiave": "nuova"}).status, 303)
            self.assertIn("Si fa la copia", visitor.get("/cerca?q=copia").text)
            self.say(f"{len(said)} comments written in all, {count} in this backup, as many as the model says may be; {seen} pictures equal")
            back.kill()
            # Over something it is refused, and nothing is changed.
            code, told = back.run("restore", "--from", os.path.join(self.folder, name))
            self.refused(code, told, ["is there already"] if other == "sqlite" else ["not empty"])
            self.assertEqual(back.one(f"select count(*) from post where root_id = {load.post}"), count + 1)
        self.broken(os.path.join(self.folder, second), other)

    def refused(self, code, told, sees=()):
        self.assertNotEqual(code, 0, told)
        self.assertEqual(len([line for line in told.splitlines() if line.startswith("dedalus: ")]), 1, told)
        self.assertNotIn("panicked", told)
        for word in sees:
            self.assertIn(word, told)
        self.say(next(line for line in told.splitlines() if line.startswith("dedalus: ")))

    def broken(self, good, engine):
        """Whatever is wrong with a backup is said, and the town stays empty, so that a sound one can still be restored."""
        def of_manifest(change):
            def damage(folder):
                path = os.path.join(folder, "manifest.json")
                manifest = json.load(open(path))
                change(manifest)
                json.dump(manifest, open(path, "w"))
            return damage

        def cut_manifest(folder):
            path = os.path.join(folder, "manifest.json")
            os.truncate(path, os.path.getsize(path) // 2)

        def cut_database(folder):
            path = os.path.join(folder, "dedalus.db")
            os.truncate(path, os.path.getsize(path) // 8192 * 4096)

        def noise(folder):
            path = os.path.join(folder, "dedalus.db")
            with open(path, "r+b") as out:
                for page in range(4, os.path.getsize(path) // 4096, 3):
                    out.seek(page * 4096)
                    out.write(hashlib.sha256(str(page).encode()).digest() * 128)

        def one_word(folder):
            # A byte of a text flips: no structure tells, only a sum would.
            path = os.path.join(folder, "dedalus.db")
            content = open(path, "rb").read()
            at = content.index(b"detta in piazza")
            with open(path, "r+b") as out:
                out.seek(at)
                out.write(b"D")

        def lost_rows(folder):
            connection = sqlite3.connect(os.path.join(folder, "dedalus.db"), isolation_level=None)
            connection.execute("delete from event where id in (select id from event limit 3)")
            connection.execute("pragma wal_checkpoint(truncate)")
            connection.close()

        damages = {
            "the manifest is cut": cut_manifest,
            "the manifest is gone": lambda folder: os.remove(os.path.join(folder, "manifest.json")),
            "a newer program made it": of_manifest(lambda manifest: manifest.update(schema=99)),
            "the database is cut": cut_database,
            "the database is noise": noise,
            "the database is gone": lambda folder: os.remove(os.path.join(folder, "dedalus.db")),
            "rows are lost": lost_rows,
            "a letter has changed": one_word,
            "a file is gone": of_manifest(lambda manifest: manifest["files"].append("0" * 64)),
        }
        town = self.town("broken", engine)
        for what, damage in damages.items():
            with self.subTest(damage=what, engine=engine):
                folder = os.path.join(os.path.dirname(good), "damaged")
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(good, folder)
                damage(folder)
                code, told = town.run("restore", "--from", folder)
                try:
                    self.refused(code, told)
                    # And nothing is left in the way of the next try.
                    if engine == "sqlite":
                        self.assertFalse(os.path.exists(os.path.join(town.data, "dedalus.db")), "a half restored database is left")
                    else:
                        tables = town.one("select count(*) from information_schema.tables where table_schema = 'public'")
                        self.assertTrue(tables == 0 or town.one("select count(*) from person") == 0, "a half restored database is left")
                finally:
                    town.close(keep=True)
                    shutil.rmtree(town.data)
                    os.makedirs(town.data)
                    if town.cluster:
                        town.cluster.database(town.database)
        code, told = town.run("restore", "--from", good)
        self.assertEqual(code, 0, told)

    def test_it_is_one_moment_of_the_town_from_sqlite_to_sqlite(self):
        self.goes_round("sqlite", "sqlite")

    def test_it_is_one_moment_of_the_town_from_postgres_to_postgres(self):
        self.goes_round("postgres", "postgres")

    def test_it_is_one_moment_of_the_town_from_sqlite_to_postgres(self):
        self.goes_round("sqlite", "postgres")

    def test_it_is_one_moment_of_the_town_from_postgres_to_sqlite(self):
        self.goes_round("postgres", "sqlite")
