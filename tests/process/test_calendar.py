"""Files for calendars, read by a parser that is not ours."""
import datetime
import email
import glob
import os
import re
import shutil
import subprocess

import icalendar

from town import BINARY, WORK, Case, environment, wait_for
from web import Visitor


class Calendars(Case):
    @classmethod
    def setUpClass(cls):
        cls.filled = os.path.join(WORK, f"calendar-filled-{os.getpid()}")
        done = subprocess.run([BINARY, "demo", "--data", cls.filled, "--today", "2028-02-24", "--fill-only"], capture_output=True,
                              text=True, stdin=subprocess.DEVNULL, env=environment(), timeout=1200)
        if done.returncode:
            raise AssertionError(f"the demo town was not filled: {done.stdout}{done.stderr}")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.filled, ignore_errors=True)

    def demo(self):
        town = self.town("calendar")
        data = os.path.join(town.folder, "demo")
        shutil.copytree(self.filled, data)
        town.start(command=[BINARY, "demo", "--listen", f"127.0.0.1:{town.port}", "--data", data, "--today", "2028-02-24", "--no-limits"],
                   timeout=300)
        return town, data

    def post(self, visitor, path, fields, status=303):
        answer = visitor.post(path, fields)
        self.assertEqual(answer.status, status, answer.text[:2000])
        return answer.header("Location")

    def book(self, visitor):
        path = self.post(visitor, "/prenotazioni", [("cosa", "carta-identita")])
        page = visitor.get(path + "?giorno=2028-03-27").text
        when = re.search(r'name="quando" value="(\d+)"', page).group(1)
        path = self.post(visitor, path, [("quando", when)])
        path = self.post(visitor, path, [("motivo", "Carta, di nuovo; è urgente"), ("dettagli", "Scade\ndomani")])
        path = self.post(visitor, path, [("nome", "Anna"), ("cognome", "D’Amico"), ("email", "anna@example.org")])
        return self.post(visitor, path, []), int(when)

    def one(self, text):
        calendar = icalendar.Calendar.from_ical(text)
        self.assertEqual(calendar["VERSION"], "2.0")
        (event,) = calendar.walk("VEVENT")
        return calendar, event

    def test_a_booking_is_a_calendar_that_others_read_moved_and_called_off(self):
        town, data = self.demo()
        visitor = Visitor(town.port)
        mine, when = self.book(visitor)
        answer = visitor.get(mine + "/appuntamento.ics")
        self.assertTrue(answer.header("Content-Type").startswith("text/calendar"))
        self.assertTrue(all(len(line) <= 75 for line in answer.body.split(b"\r\n")))
        calendar, event = self.one(answer.text)
        self.assertEqual(calendar["METHOD"], "PUBLISH")
        start = event.decoded("DTSTART")
        self.assertEqual(start.timestamp() * 1_000_000, when)
        # The day after the clock went on: half past eight in Rome is half past six in UTC.
        self.assertEqual((start.hour, start.minute, start.utcoffset()), (6, 30, datetime.timedelta(0)))
        self.assertEqual(event.decoded("DTEND") - start, datetime.timedelta(minutes=20))
        self.assertEqual(str(event["SUMMARY"]), "Carta d’identità elettronica, Sportello anagrafe")
        self.assertIn("Una fototessera recente\n", str(event["DESCRIPTION"]))
        self.assertIn(mine, str(event["URL"]))
        uid = str(event["UID"])

        page = visitor.get(mine + "/spostamento?giorno=2028-03-28").text
        later = re.search(r'name="quando" value="(\d+)"', page).group(1)
        self.post(visitor, mine + "/spostamento", [("quando", later)])
        _, moved = self.one(visitor.get(mine + "/appuntamento.ics").text)
        self.assertEqual((str(moved["UID"]), moved["SEQUENCE"]), (uid, 1))
        self.assertGreater(moved.decoded("DTSTART"), start)
        self.post(visitor, mine + "/annullamento", [])
        calendar, gone = self.one(visitor.get(mine + "/appuntamento.ics").text)
        self.assertEqual((calendar["METHOD"], str(gone["STATUS"]), gone["SEQUENCE"], str(gone["UID"])), ("CANCEL", "CANCELLED", 2, uid))

        # The mails carry the same files, with their method in the type of the part (RFC 6047 §2.4).
        wait_for(lambda: len(glob.glob(os.path.join(data, "outbox", "*.eml"))) >= 3)
        methods = []
        for name in sorted(glob.glob(os.path.join(data, "outbox", "*.eml"))):
            with open(name, "rb") as file:
                letter = email.message_from_binary_file(file)
            for part in letter.walk():
                if part.get_content_type() == "text/calendar":
                    _, event = self.one(part.get_payload(decode=True).decode())
                    self.assertEqual(str(event["UID"]), uid)
                    methods.append(part.get_param("method"))
        self.assertEqual(sorted(methods), ["CANCEL", "PUBLISH", "PUBLISH"])
