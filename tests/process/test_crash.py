"""kill -9 in the middle of 200 concurrent writes, twenty times."""
import random
import time

from load import Load, check
from town import SOAK, Case, Cluster, letters, seed, wait_for

ROUNDS = 200 if SOAK else 20
WRITES = 200


class Crash(Case):
    def crashes(self, town, dice):
        people = town.people(4)
        town.start()
        visitors = [town.visitor(who) for who in people]
        load = Load(town, visitors[0].write_post("Una piazza che cade e si rialza"), visitors)
        jobs, shares = {}, []
        for turn in range(ROUNDS):
            requests = load.requests(WRITES - 30, 30)
            dice.shuffle(requests)
            most = dice.randrange(1, WRITES * 3 // 4)
            wait = dice.choice([0, 0, dice.uniform(0, 0.02)])

            def kill():
                time.sleep(wait)  # nothing of ours goes on meanwhile, the server does
                town.kill()
            load.burst(requests, most, kill)
            shares.append(load.acknowledged)
            self.assertIsNone(town.process, "the server should have been killed")
            # On the server engine the database falls with the house now and then (its recovery takes a while).
            if town.cluster and turn % (4 if SOAK else 10) == 3:
                town.cluster.crash()
                town.moved_database()
            town.start()
            rows, kept = check(self, town, load)
            # A sign-up and its letter are one transaction, and no job goes away.
            now = {number: state for number, state in town.sql("select id, state from job")}
            self.assertEqual([number for number in jobs if number not in now], [], "jobs are lost")
            self.assertEqual([number for number, state in now.items() if state not in ("waiting", "running", "done")], [])
            self.assertEqual([number for number, state in jobs.items() if state == "done" and now[number] != "done"], [],
                             "a job that was done is not any more")
            self.assertEqual(town.one("select count(*) from job where kind = 'mail.send'"), kept, "sign-ups and letters differ")
            jobs = now
        self.say(f"{ROUNDS} times killed after {min(shares)} to {max(shares)} of {WRITES}; {len(load.comments)} comments and "
                 f"{len(load.sign_ups)} sign-ups acknowledged, {rows} and {kept} there")
        if not SOAK:
            # The leases of the killed end by themselves within a minute; here somebody moves the hand of the clock.
            town.sql("update job set lease_until = 0 where state = 'running'")
        self.assertTrue(wait_for(lambda: not town.one("select count(*) from job where state in ('waiting', 'running') and run_at < "
                                                      f"{int((time.time() + 5) * 1e6)}"), 180, 0.3), "jobs are left over")
        self.letters(town, load)
        comments, known = (town.one(f"select count(*) from {table} where {which}") for table, which in
                           (("post", "parent_id is not null"), ("search_doc", "kind = 'comment'")))
        self.assertEqual(known, comments, "search knows each comment once")
        town.doctor()
        code, _ = town.stop()
        self.assertEqual(code, 0)
        town.doctor()

    def letters(self, town, load):
        found = {}
        for letter in letters():
            for address in letter["to"]:
                if address.endswith(f"@{town.name}.example"):
                    found.setdefault(address, []).append(letter["message_id"])
        self.assertEqual(sorted(load.sign_ups - found.keys()), [], "no letter went to somebody whose sign-up was acknowledged")
        self.assertEqual([address for address, ids in found.items() if len(set(ids)) != 1], [], "a letter came under two names")
        every = [ids[0] for ids in found.values()]
        self.assertEqual(len(set(every)), len(every), "two letters bear one Message-ID")
        kept = {email for (email,) in town.sql("select email from sign_up")}
        self.assertEqual(set(found), kept, "letters and sign-ups belong together")
        again = sum(len(ids) > 1 for ids in found.values())
        self.say(f"{len(found)} letters, {again} of them more than once, always under one Message-ID")

    def test_nothing_acknowledged_is_lost_on_sqlite(self):
        self.crashes(self.town("crash"), random.Random(seed()))

    def test_nothing_acknowledged_is_lost_on_postgres(self):
        cluster = Cluster.durable("crash")
        self.addCleanup(cluster.stop)
        self.crashes(self.town("crash", "postgres", cluster=cluster), random.Random(seed()))
