"""Behind nginx: each visitor is counted alone, and nobody chooses the address they are counted by."""
import os
import shutil
import subprocess

from town import Case, wait_for
from web import Visitor, free_port, words

SETTINGS = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        client_max_body_size 110m;
        location / {{
            proxy_pass http://127.0.0.1:{behind};
            proxy_http_version 1.1;
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header Connection "";
        }}
    }}
}}
"""


class Proxy(Case):
    def setUp(self):
        super().setUp()
        self.nginx = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
        if not self.nginx:
            self.skipTest("NGINX IS MISSING: run make setup")

    def behind(self, name):
        """A town with strict limits behind nginx, and nginx's port."""
        port = free_port()
        strict = "{ count = 3, seconds = 900 }"
        town = self.town(name, settings={"limits": {"sign_in_address": strict}})
        town.settings["server"]["public_url"] = f"http://127.0.0.1:{port}"
        town.write_settings()
        folder = os.path.join(town.folder, "nginx")
        os.makedirs(folder)
        os.chmod(folder, 0o777)
        settings = os.path.join(folder, "nginx.conf")
        with open(settings, "w") as out:
            out.write(SETTINGS.format(folder=folder, port=port, behind=town.port))
        self.password = town.person("Anna Prova", "anna_prova", "anna@prova.example")
        town.start()
        proxy = subprocess.Popen([self.nginx, "-c", settings, "-p", folder, "-e", f"{folder}/error.log"], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(proxy.wait, 10)
        self.addCleanup(proxy.terminate)

        def up():
            try:
                return Visitor(port).get("/healthz").status == 200
            except OSError:
                return False
        self.assertTrue(wait_for(up, 10), "nginx does not answer")
        return town, port

    def attempt(self, port, source, forged=None, email="nessuno@prova.example", password="sbagliata-del-tutto", target=None):
        visitor = Visitor(target or port, origin=f"http://127.0.0.1:{port}", source=source)
        return visitor.post("/accedi", {"email": email, "password": password}, {"X-Forwarded-For": forged} if forged else {})

    def test_one_visitor_at_the_limit_does_not_lock_out_another(self):
        town, port = self.behind("proxy")
        answers = [self.attempt(port, "127.0.0.2") for _ in range(5)]
        self.assertEqual([answer.status for answer in answers], [422, 422, 422, 429, 429])
        wait = int(answers[-1].header("retry-after"))
        self.assertTrue(1 <= wait <= 900, wait)
        self.assertIn("troppe richieste", words(answers[-1].text))
        # Whatever the first one makes up, the limit stays.
        for forged in ("9.9.9.9", "127.0.0.3", "127.0.0.1", "10.0.0.1, 127.0.0.1", "nonsense", "::1", "", "1.2.3.4, , 5.6.7.8", "unknown"):
            self.assertEqual(self.attempt(port, "127.0.0.2", forged).status, 429, f"{forged!r} escaped the limit")
        for name in ("Forwarded", "X-Real-IP"):
            visitor = Visitor(port, source="127.0.0.2")
            answer = visitor.post("/accedi", {"email": "x@prova.example", "password": "y"}, {name: "for=9.9.9.9"})
            self.assertEqual(answer.status, 429, name)
        # The other comes in, with the right password too, and is not counted for the first.
        self.assertEqual(self.attempt(port, "127.0.0.3").status, 422)
        right = self.attempt(port, "127.0.0.3", email="anna@prova.example", password=self.password)
        self.assertEqual(right.status, 303)
        self.assertEqual([address for (address,) in town.sql("select address from session")], ["127.0.0.3"])
        # Nobody can use up another's limit by claiming to be them: the last entry is nginx's.
        for _ in range(5):
            self.attempt(port, "127.0.0.4", "127.0.0.3")
        self.assertEqual(self.attempt(port, "127.0.0.3").status, 422)

    def test_without_the_proxy_the_header_says_nothing(self):
        town, port = self.behind("direct")
        # Straight to the server from an address that is no trusted proxy.
        statuses = [self.attempt(port, "127.0.0.5", f"9.9.9.{turn}", target=town.port).status for turn in range(5)]
        self.assertEqual(statuses, [422, 422, 422, 429, 429])
