"""The power goes: only what was synced is left, of the database and of the pictures."""
import hashlib
import os
import random
import subprocess
import sys
import threading
import time

from load import Load, check
from pictures import media, post_with
from town import ROOT, SOAK, Case, seed

CUTS = 60 if SOAK else 6


def library():
    return subprocess.run([os.path.join(ROOT, "tests/powercut/build.sh")], check=True, capture_output=True, text=True).stdout.strip()


class PowerCut(Case):
    def start(self, town):
        town.start(env={"LD_PRELOAD": self.library, "POWERCUT_DIR": town.data, "POWERCUT_SHADOW": os.path.join(town.folder, "shadow")})

    def cut(self, town, leak):
        town.kill()
        command = [sys.executable, os.path.join(ROOT, "tests/powercut/apply.py"), town.data, os.path.join(town.folder, "shadow")]
        subprocess.run(command + (["--leak", leak] if leak else []), check=True, stdout=subprocess.DEVNULL)

    def prepare(self, **more):
        self.library = library()
        town = self.town("powercut", **more)
        people = town.people(3)
        self.start(town)
        visitors = [town.visitor(who) for who in people]
        return town, visitors, Load(town, visitors[0].write_post("Va via la luce"), visitors)

    def test_what_was_acknowledged_is_on_disk(self):
        began = seed()
        dice = random.Random(began)
        town, visitors, load = self.prepare()
        posts, number, faults = {}, 0, []
        for turn in range(CUTS):
            over = threading.Event()

            def publish(first):
                # One after the other until the lights go out.
                for step in range(1000):
                    try:
                        post = post_with(visitors[0], first + step, f"Con una foto, numero {first + step}")
                    except Exception as error:  # in the dark any is right
                        if not over.is_set():
                            faults.append(error)
                        return
                    if post:
                        posts[post] = first + step
            thread = threading.Thread(target=publish, args=(number + 1,))
            thread.start()
            time.sleep(dice.uniform(0, 1))
            load.burst(load.requests(100, 5), dice.randrange(1, 90), lambda: (over.set(), self.cut(town, f"{began}-{turn}" if turn % 2 else None)))
            over.set()
            thread.join()
            self.assertEqual(faults, [])
            number += 1000
            self.start(town)
            rows, _ = check(self, town, load)
            self.pictures(town, posts)
        # One more cut with nothing in hand.
        self.cut(town, None)
        self.start(town)
        check(self, town, load)
        found = self.pictures(town, posts)
        self.say(f"{CUTS + 1} cuts; {len(load.comments)} comments and {len(posts)} posts with {found} files acknowledged, {rows} comments there")
        self.assertGreater(len(posts), 0, "no picture was published in time")
        town.doctor()

    def pictures(self, town, posts):
        """Every picture of every acknowledged post is there, byte by byte what its name says."""
        visitor, files = town.visitor(), 0
        for post, number in posts.items():
            page = visitor.get(f"/post/{post}")
            self.assertEqual(page.status, 200, f"post {post} is lost")
            self.assertIn(f"La foto numero {number}", page.text)
            addresses = media(page.text)
            self.assertTrue(addresses, f"post {post} has no picture")
            for address in addresses:
                answer = visitor.get(address)
                self.assertEqual(answer.status, 200, f"{address} of post {post} is lost")
                self.assertEqual(hashlib.sha256(answer.body).hexdigest(), address.split("/")[-1])
                files += 1
        return files

    def test_a_database_that_does_not_sync_is_caught(self):
        dice = random.Random(seed())
        lost, cuts = 0, 0
        while not lost and cuts < 8:
            cuts += 1
            town = self.town("careless")
            self.library = library()
            people = town.people(1)
            town.settings["database"]["url"] += "?synchronous=off"
            town.write_settings()
            self.start(town)
            visitor = town.visitor(people[0])
            load = Load(town, visitor.write_post("Qui non si scrive sul serio"), [visitor])
            load.burst(load.requests(100, 0), dice.randrange(40, 90), lambda: self.cut(town, None))
            self.start(town)
            there = {text for (text,) in town.sql("select body from post")}
            lost = len(load.comments - there)
            acknowledged = len(load.comments)
            town.kill()
        self.say(f"after {cuts} cuts {lost} of {acknowledged} acknowledged comments are lost, as they should be")
        self.assertGreater(lost, 0, "this test cannot see what a power cut does")
