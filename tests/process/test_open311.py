"""Open311 GeoReport v2 read by others: schemas of the standard, and two clients that are not ours."""
import datetime
import glob
import itertools
import json
import os
import re
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import georeport
import jsonschema
import requests
from lxml import etree

from pictures import photo
from town import ROOT, Case, wait_for

# The client that also posts is of 2013 and imports one name that Python 3 has under another.
itertools.ifilter = filter
import three  # noqa: E402

SCHEMAS = os.path.join(ROOT, "tests/open311")
W3C = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
FORMATS = jsonschema.FormatChecker(())


@FORMATS.checks("date-time", ValueError)
def is_moment(text):
    """W3C NOTE-datetime to the second, with an offset."""
    return not isinstance(text, str) or (bool(W3C.fullmatch(text)) and bool(datetime.datetime.fromisoformat(text)))


@FORMATS.checks("uri", ValueError)
def is_uri(text):
    return not isinstance(text, str) or (urlsplit(text).scheme in ("http", "https") and bool(urlsplit(text).netloc))


def schema(name):
    with open(os.path.join(SCHEMAS, f"{name}.json")) as file:
        return jsonschema.Draft202012Validator(json.load(file), format_checker=FORMATS)


class Pictures(BaseHTTPRequestHandler):
    """A site with one photograph."""
    content = b""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Content-Length", str(len(self.content)))
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, *said):
        pass


class Open311(Case):
    def setUp(self):
        super().setUp()
        self.xsd = etree.XMLSchema(etree.parse(os.path.join(SCHEMAS, "georeport.xsd")))
        self.checked = 0
        self.site = None

    def tearDown(self):
        if self.site:
            self.site.shutdown()
            self.site.server_close()
        super().tearDown()

    def open_town(self, engine="sqlite"):
        """A town with categories, somebody at the desk, and a key."""
        town = self.town("open311", engine, settings={"outbound": {"typed_hosts": ["127.0.0.1"]}})
        staff = {"system": "radice", "operator": "olga_desk"}
        who = {role: (f"{handle}@town.example", town.person("Nome Cognome", handle, f"{handle}@town.example", role)) for role, handle in staff.items()}
        town.start()
        root = town.visitor(who["system"])
        self.assertEqual(root.post("/amministrazione/richieste", {}).status, 303)
        question = {"nome": "Fontane", "nome-en": "Fountains", "nome-de": "Brunnen", "ufficio": "sistema", "giorni": "10", "raggio": "50", "aperta": "si",
                    "domanda-1": "Che cosa non va?", "forma-1": "many", "obbligatoria-1": "si", "scelte-1": "Perde\nÈ sporca & puzza",
                    "domanda-2": "Da quando?", "forma-2": "date", "domanda-3": "Quanti <litri>?", "forma-3": "number", "domanda-4": "Altro?", "forma-4": "text"}
        self.assertEqual(root.post("/amministrazione/richieste/nuova", question).status, 303)
        page = root.post("/amministrazione/open311", {"nome": "Prova", "email": "app@example.org", "al-giorno": "500"})
        self.assertEqual(page.status, 200, page.text[:500])
        return town, re.search(r"ded311_[\w-]+", page.text).group(0), town.visitor(who["operator"])

    # ---- every answer, in both forms ----
    def json(self, response, name, status=200):
        self.assertEqual(response.status_code, status, response.text[:500])
        self.assertEqual(response.headers["Content-Type"], "application/json; charset=utf-8")
        value = response.json()
        faults = [f"{'/'.join(map(str, fault.path))}: {fault.message}" for fault in schema(name).iter_errors(value)]
        self.assertEqual(faults, [], response.url)
        self.checked += 1
        return value

    def xml(self, response, root, status=200):
        self.assertEqual(response.status_code, status, response.text[:500])
        self.assertEqual(response.headers["Content-Type"], "text/xml; charset=utf-8")
        self.assertTrue(response.content.lower().startswith(b'<?xml version="1.0" encoding="utf-8"?>'))
        tree = etree.fromstring(response.content, etree.XMLParser(resolve_entities=False, no_network=True, recover=False))
        self.assertEqual(tree.tag, root)
        self.assertTrue(self.xsd.validate(tree), f"{response.url}: {self.xsd.error_log}")
        self.checked += 1
        return tree

    def both(self, base, path, name, root, code=200, **query):
        """GET in both forms: the same values."""
        value = self.json(requests.get(f"{base}/{path}.json", params=query), name, code)
        tree = self.xml(requests.get(f"{base}/{path}.xml", params=query), root, code)
        self.assertEqual(plain(tree), leaves(value), path)
        return value

    def both_sent(self, base, fields, name="posted", root="service_requests", status=200, other=None):
        value = self.json(requests.post(f"{base}/requests.json", data=fields), name, status)
        self.xml(requests.post(f"{base}/requests.xml", data=other or fields), root, status)
        return value

    def test_every_answer_is_as_the_schemas_say(self):
        for name in glob.glob(os.path.join(SCHEMAS, "*.json")):
            with open(name) as file:
                jsonschema.Draft202012Validator.check_schema(json.load(file))
        self.site = ThreadingHTTPServer(("127.0.0.1", 0), Pictures)
        Pictures.content = photo(1)
        threading.Thread(target=self.site.serve_forever, daemon=True).start()
        for engine in ("sqlite", "postgres"):
            with self.subTest(engine):
                self.every_answer(engine, f"http://127.0.0.1:{self.site.server_port}/foto.jpg")
        self.say(f"{self.checked} answers in XML and JSON")

    def every_answer(self, engine, picture):
        town, key, desk = self.open_town(engine)
        base = self.json(requests.get(f"{town.origin}/open311/v2/discovery.json"), "discovery")["endpoints"][0]["url"]
        self.assertEqual(base, f"{town.origin}/open311/v2")
        self.both(base, "discovery", "discovery", "discovery")
        services = self.both(base, "services", "services", "services")
        self.assertEqual(len(services), 12)
        for service in services:
            definition = self.both(base, f"services/{service['service_code']}", "service-definition", "service_definition")
            self.assertEqual(bool(definition["attributes"]), service["metadata"])
        self.assertEqual(self.both(base, "requests", "requests", "service_requests"), [])
        # Reports of every sort: with and without words, place, contact, photograph; hostile ones too.
        sent = []
        for number, fields in enumerate([
            {"service_code": "verde", "lat": "37.98", "long": "13.69"},
            {"service_code": "verde", "address_string": "Villa comunale", "description": "Un ramo <rotto> & pericolante]]>\n\n\u0007\u200bFine"},
            {"service_code": "altro", "address_string": "Via D'Amico", "description": "à" * 4000},
            {"service_code": "rifiuti", "address_string": "Porto", "lat": "37.9847", "long": "13.6963", "description": "Sacchi", "media_url": picture},
            {"service_code": "fontane", "address_string": "Piazza", "description": "Fontana", "attribute[che_cosa_non_va][]": ["Perde", "È sporca & puzza"],
             "attribute[da_quando]": "2026-01-01T00:00:00Z", "attribute[quanti_litri]": "3.5", "email": "a@example.org", "first_name": "A", "last_name": "B"},
        ]):
            with self.subTest(number):
                fields = {**fields, "api_key": key}
                value = self.both_sent(base, fields)
                sent.append(value[0]["service_request_id"])
        self.assertEqual(len(set(sent)), 5)
        self.assertEqual(town.one("select count(*) from request"), 5, "in the other form it was the same report")
        with_photo = f"{base}/requests/{sent[3]}.json"
        address = wait_for(lambda: requests.get(with_photo).json()[0]["media_url"])
        self.assertTrue(requests.get(address).headers["Content-Type"].startswith("image/"))
        # Closed and waiting, with words of the office.
        for number, moves in {sent[0]: ["taken", "asked"], sent[1]: ["solved"], sent[2]: ["no_action"]}.items():
            for move in moves:
                answer = desk.post(f"/segreteria/richieste/{number}/stato", {"stato": move, "parole": "Perché sì <b> & così"})
                self.assertEqual(answer.status, 303)
        every = self.both(base, "requests", "requests", "service_requests")
        self.assertEqual([one["service_request_id"] for one in every], sent[::-1])
        self.assertEqual([one["status"] for one in every], ["open", "open", "closed", "closed", "open"])
        # The schemas would say if something were wrong.
        for field, wrong in {"status": "solved", "requested_datetime": "2028-02-24T10:00:00", "media_url": "/foto.jpg", "lat": "37.98", "zipcode": 90018}.items():
            self.assertFalse(schema("requests").is_valid([{**every[0], field: wrong}]), field)
        broken = requests.get(f"{base}/requests.xml").content.replace(b"<status>open", b"<status>solved")
        self.assertFalse(self.xsd.validate(etree.fromstring(broken)))
        for query in ({"status": "closed"}, {"service_code": "verde,altro"}, {"service_request_id": ",".join(sent[:2])}, {"end_date": "2001-01-01"}):
            self.both(base, "requests", "requests", "service_requests", **query)
        for number in sent:
            self.both(base, f"requests/{number}", "requests", "service_requests")
            self.both(base, f"tokens/{number}", "token", "service_requests")
        # Every fault.
        fault = partial(self.both, base, name="errors", root="errors")
        for path, status, query in [("services/x", 404, {}), ("requests/x", 404, {}), ("requests/O-2001-0001", 404, {}), ("tokens/x", 404, {}), ("x", 404, {}),
                                    ("services", 404, {"jurisdiction_id": "city.gov"}), ("requests", 404, {"service_code": "x"}),
                                    ("requests", 400, {"start_date": "x"}), ("requests", 400, {"status": "x"}),
                                    ("requests", 400, {"start_date": "2027-01-01T00:00:00Z", "end_date": "2027-06-01T00:00:00Z"})]:
            value = fault(path, code=status, **query)
            self.assertEqual({one["code"] for one in value}, {status}, path)
        good = {"api_key": key, "service_code": "verde", "address_string": "Villa"}
        for more, status in [({"api_key": ""}, 403), ({"api_key": "x"}, 403), ({"service_code": ""}, 400), ({"service_code": "x"}, 404), ({"address_string": ""}, 400),
                             ({"service_code": "fontane"}, 400), ({"service_code": "strade", "attribute[vedi_un_pericolo_immediato_per_le]": "Sì, è pericoloso"}, 400),
                             ({"email": "x"}, 400), ({"jurisdiction_id": "city.gov"}, 404), ({"description": "x" * 4001}, 400)]:
            self.both_sent(base, {**good, **more}, "errors", "errors", status)
        self.assertEqual(town.one("select count(*) from request"), 5)

    def test_clients_of_others_read_and_send(self):
        town, key, desk = self.open_town()
        base = f"{town.origin}/open311/v2"
        jurisdiction = "127.0.0.1"
        # One that posts: it reads JSON, and the same as XML.
        client = three.Three(base, api_key=key, jurisdiction=jurisdiction)
        self.assertEqual(client.discovery()["endpoints"][0]["url"], base)
        self.assertEqual(len(client.services()), 12)
        self.assertEqual(client.services("fontane")["attributes"][0]["code"], "che_cosa_non_va")
        posted = client.post("verde", address="Villa comunale, davanti al chiosco", name="Pina D'Amico", email="pina@example.org",
                             description="Un ramo rotto sopra la panchina")
        number = posted[0]["service_request_id"]
        self.assertRegex(number, r"O-\d{4}-0001")
        self.assertEqual(client.request(number)[0]["description"], "Un ramo rotto sopra la panchina")
        self.assertEqual([one["service_request_id"] for one in client.requests("verde")], [number])
        self.assertEqual(client.token(number)[0]["service_request_id"], number)
        self.assertEqual(client.post("fontane", address="Piazza")[0]["code"], 400)
        self.assertEqual(three.Three(base, api_key="x").post("verde", address="Piazza")[0]["code"], 403)
        # One that reads, in both forms.
        client.post("altro", address="Porto vecchio", description="Una barca sulla strada")
        for form in ("json", "xml"):
            with self.subTest(form):
                reader = georeport.GeoReport(base, jurisdiction=jurisdiction, output_format=form)
                self.assertIn("fontane", [one["service_code"] for one in reader.get_service_list()])
                definition = reader.get_service_definition("fontane")
                attributes = definition["attributes"] if form == "json" else definition["attributes"]["attribute"]
                self.assertEqual(attributes[0]["datatype"], "multivaluelist")
                self.assertEqual({one["service_code"] for one in reader.get_service_requests()}, {"verde", "altro"})
                self.assertEqual(reader.get_service_requests(service_code="verde,altro", status="open")[1]["service_request_id"], number)
                told = reader.get_service_request(number)
                self.assertEqual((told["status"], told["address"]), ("open", "Villa comunale, davanti al chiosco"))
                with self.assertRaises(requests.HTTPError) as fault:
                    reader.get_service_definition("x")
                self.assertEqual(fault.exception.response.status_code, 404)
        # A page of another site reads without a cookie, and many programs at once get one number each.
        answer = requests.get(f"{base}/requests.json", headers={"Origin": "https://app.example"})
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "*")
        self.assertNotIn("Set-Cookie", answer.headers)
        numbers, body = [], {"api_key": key, "service_code": "verde", "address_string": "Villa"}
        workers = [threading.Thread(target=lambda at=at: numbers.append(
            requests.post(f"{base}/requests.json", data={**body, "description": f"Ramo numero {at // 2}"}).json()[0]["service_request_id"])) for at in range(16)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.assertEqual((len(numbers), len(set(numbers))), (16, 8), "each report came twice")
        last = town.one("select last from receipt_series where channel = 'open311'")
        self.assertEqual(last, town.one("select count(*) from request where channel = 'open311'"), "and the series has no gap")


def plain(tree):
    """The texts of an XML answer, sorted: JSON keeps no order of fields. What holds many is no text when it is empty."""
    lists = {"services", "attributes", "values", "service_requests", "errors"}
    return sorted(node.text or "" for node in tree.iter() if len(node) == 0 and node.tag not in lists)


def leaves(value):
    """The values of a JSON answer, as XML writes them."""
    def walk(value):
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return [leaf for one in value for leaf in walk(one)]
        return ["" if value is None else str(value).lower() if isinstance(value, bool) else str(value)]
    return sorted(walk(value))
