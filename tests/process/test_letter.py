"""A letter that nobody takes: seen, understood, tried again from the page."""
import os
import re

from town import SMTP_DIR, Case, letters, wait_for
from web import sign_up_request, words


class DeadLetter(Case):
    def dead_letter(self, engine):
        town = self.town("letter", engine)
        address = f"refuse-{town.name}@prova.example"
        email = f"sistema@{town.name}.example"
        password = town.person("Sistema Di Prova", "sistemista", email, role="system")
        town.start()
        visitor = town.visitor()
        form = sign_up_request(town.origin, "Persona Respinta", "respinta", address)
        answer = visitor.ask(form[0], form[1], form[3], form[2])
        self.assertEqual(answer.status, 200, words(answer.text)[:300])
        dead = "select id, last_error, attempts from job where state = 'dead'"
        (number, why, attempts), = wait_for(lambda: town.sql(dead), 20)
        self.assertEqual(attempts, 1, "what is refused for good is not tried twelve times")
        self.assertIn("No such mailbox", why)
        self.assertNotIn("panicked", why)
        # Doctor says so.
        code, said = town.run("doctor")
        self.assertNotEqual(code, 0)
        self.assertIn("1 jobs have failed", said)
        # Who keeps the system sees it with its reason; others do not see the page.
        self.assertNotEqual(visitor.get("/amministrazione/lavori").status, 200)
        keeper = town.visitor((email, password))
        page = keeper.get("/amministrazione/lavori?stato=dead")
        self.assertEqual(page.status, 200)
        self.assertIn(f"/amministrazione/lavori/{number}", page.text)
        self.assertIn("No such mailbox", words(page.text))
        page = keeper.get(f"/amministrazione/lavori/{number}")
        self.assertIn("No such mailbox", words(page.text))
        button = re.search(r'<form action="(/amministrazione/lavori/\d+/ripresa)" method="post">', page.text)
        self.assertTrue(button, "no button to try it again")
        # Too early: it is refused again, and dead again.
        self.assertEqual(keeper.post(button.group(1), {}).status, 303)
        self.assertTrue(wait_for(lambda: [row for row in town.sql(dead) if row[2] == 1], 20))
        self.assertEqual(letters(address), [])
        # The mailbox exists now.
        with open(os.path.join(SMTP_DIR, "taken"), "a") as taken:
            taken.write(address + "\n")
        self.assertEqual(keeper.post(button.group(1), {}).status, 303)
        self.assertTrue(wait_for(lambda: town.sql(f"select 1 from job where id = {number} and state = 'done'"), 20), "not delivered")
        self.assertEqual(len(letters(address)), 1)
        # A second press finds nothing dead: said in words, and no second letter.
        again = keeper.post(button.group(1), {})
        self.assertEqual(again.status, 409)
        self.assertEqual(len(letters(address)), 1)
        self.assertEqual(town.one("select count(*) from audit where act = 'job.retried'"), 2)
        town.doctor()
        # The link in it works.
        key = re.search(r"/iscriviti/conferma/\S+", letters(address)[0]["text"]).group(0)
        self.assertEqual(town.visitor().get(key).status, 200)

    def test_it_is_seen_understood_and_tried_again_on_sqlite(self):
        self.dead_letter("sqlite")

    def test_it_is_seen_understood_and_tried_again_on_postgres(self):
        self.dead_letter("postgres")
