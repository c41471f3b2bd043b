"""The disk is full: said in words, nothing acknowledged is lost, and it goes on when there is room again."""
import json
import os
import random
import shutil
import subprocess
import sys

from load import Load
from pictures import photo, post_with, upload
from town import Case, seed
from web import words


def may_unshare():
    return os.geteuid() == 0 and subprocess.run(["unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt"],
                                                capture_output=True).returncode == 0


class FullDisk(Case):
    def inside(self, town, text):
        """Asks the database in the server's own namespace."""
        script = ("import json, sqlite3, sys; connection = sqlite3.connect(sys.argv[1], timeout=20); "
                  "print(json.dumps(connection.execute(sys.argv[2]).fetchall()))")
        done = subprocess.run(["nsenter", "-t", str(town.process.pid), "-m", sys.executable, "-c", script,
                               f"{town.data}/dedalus.db", text], check=True, capture_output=True, text=True)
        return [tuple(row) for row in json.loads(done.stdout)]

    def fill(self, path, leave=0):
        """Until the disk is full, but for so many bytes."""
        free = os.statvfs(os.path.dirname(path))
        with open(path, "ab", buffering=0) as out:
            try:
                out.write(b"x" * max(free.f_bavail * free.f_frsize - leave, 0))
                while not leave:
                    out.write(b"x" * 4096)
            except OSError:
                pass

    def test_writes_are_refused_in_words_and_go_on_when_there_is_room(self):
        if not may_unshare():
            self.skipTest("NO MOUNT NAMESPACE TO BE HAD: this takes root and `unshare -m`")
        dice = random.Random(seed())
        town = self.town("full")
        people = town.people(3)
        prepared = os.path.join(town.folder, "prepared")
        shutil.copytree(town.data, prepared)
        temporary = os.path.join(town.data, "tmp")
        # The folder is a file system of 12 MB that only the server sees.
        script = 'mount -t tmpfs -o size=12m none "$1" && cp -a "$2/." "$1/" && mkdir "$1/tmp" && shift 2 && exec "$@"'
        town.start(prefix=["unshare", "-m", "sh", "-c", script, "sh", town.data, prepared], env={"TMPDIR": temporary})
        inside = f"/proc/{town.process.pid}/root{town.data}"
        self.assertTrue(os.path.ismount(inside) or os.stat(inside).st_dev != os.stat(town.folder).st_dev)
        town.sql = lambda text: self.inside(town, text)
        visitors = [town.visitor(who) for who in people]
        load = Load(town, visitors[0].write_post("Il disco si riempie"), visitors)
        picture = post_with(visitors[0], 1, "Una foto prima")
        load.burst(load.requests(60, 5))
        self.assertEqual(len(load.comments), 60)

        for turn in range(3):
            ballast = os.path.join(inside, "ballast")
            self.fill(ballast, dice.randrange(1, 200_000) if turn else 0)
            before = len(load.comments)
            busy = []
            while not busy:  # with some room left a few still fit
                burst = load.requests(100, 5)
                load.burst(burst)
                load_faults, load.faults = load.faults, []
                self.assertEqual(load_faults, [])
                busy = [text for kind, text, _ in burst if kind == "comment" and text not in load.comments]
            # A page in words, with a hint when to come again. A small comment may still fit here and there, for the log's
            # own file is written over from its beginning now and then.
            for small in range(500):
                text = f"Ci sta ancora? {turn}.{small}"
                answer = visitors[0].post(f"/post/{load.post}/commenti", {"testo": text, "chiave": f"chiave-{turn}-{small}"})
                if answer.status != 303:
                    break
                load.comments.add(text)
            self.assertEqual(answer.status, 503, words(answer.text)[:300])
            self.assertIn("Siamo occupati", words(answer.text))
            self.assertIn("Non è andato perso niente", words(answer.text))
            self.assertTrue(answer.header("retry-after"))
            self.assertIn("</html>", answer.text)
            # A picture too, wherever it stumbles: with no room at all not even the file arrives.
            self.fill(ballast)
            answer, taken = upload(visitors[0], photo(500 + turn, 2400, 1600))
            self.assertEqual((answer.status, taken), (503, None), words(answer.text)[:300])
            self.assertIn("</html>", answer.text)
            # Reading goes on, and the server lives.
            page = visitors[1].get(f"/post/{load.post}")
            self.assertEqual(page.status, 200)
            self.assertEqual(visitors[1].get("/healthz").status, 200)
            os.remove(ballast)
            # Room again: without a restart, everything that was acknowledged is there and the next one is written.
            answer = visitors[0].post(f"/post/{load.post}/commenti", {"testo": f"parola{turn} di nuovo", "chiave": f"nuova{turn}" * 3})
            self.assertEqual(answer.status, 303, words(answer.text)[:300])
            load.comments.add(f"parola{turn} di nuovo")
            there = {text for (text,) in town.sql(f"select body from post where root_id = {load.post}")}
            self.assertEqual(sorted(load.comments - there), [], "acknowledged and lost")
            self.assertEqual(sorted(there - load.comments), [], "there, though nobody was told so")
            self.assertEqual(town.one(f"select comment_count from post where id = {load.post}"), len(there))
            self.say(f"{before} comments before, {len(load.comments) - before} more were acknowledged, at least {len(busy)} turned away")
        self.assertTrue(post_with(visitors[1], 9, "Una foto dopo"))
        self.assertEqual(visitors[1].get(f"/post/{picture}").status, 200)
        self.assertEqual(os.listdir(os.path.join(inside, "tmp")), [], "drafts are left")
        self.assertEqual(town.sql("pragma quick_check")[0][0], "ok")
        self.assertEqual(town.sql("pragma foreign_key_check"), [])
        code, _ = town.stop()
        self.assertEqual(code, 0)
