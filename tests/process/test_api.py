"""The programming interface as others meet it: every address under schemathesis, and OAuth with a client of somebody else."""
import json
import os
import re
import subprocess
import sys
from urllib.parse import parse_qs, urlencode, urlsplit

from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from town import Case, environment
from web import words

BACK = "https://app.example/cb"
VERIFIER = "a" * 20 + "B7-._~" + "z" * 30


class Api(Case):
    def town_with(self, *handles):
        """A town that runs, with people who are signed in."""
        town = self.town("api")
        who = [(f"{handle}@town.example", town.person(handle.title(), handle, f"{handle}@town.example")) for handle in handles]
        town.start()
        # The library speaks https only, unless it is told that this is a machine of one's own.
        os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
        return town, [town.visitor(one) for one in who]

    def register(self, town, **more):
        said = {"client_name": "Prova", "redirect_uris": [BACK], "scope": "read write follow sessions:read", **more}
        answer = town.visitor().ask("POST", "/oauth/register", json.dumps(said), {"Content-Type": "application/json"})
        self.assertEqual(answer.status, 201, answer.text)
        return json.loads(answer.text)

    def session(self, town, client, **more):
        return OAuth2Session(client["client_id"], client.get("client_secret"), redirect_uri=BACK, code_challenge_method="S256",
                             token_endpoint_auth_method=client["token_endpoint_auth_method"],
                             token_endpoint=f"{town.origin}/oauth/token", **more)

    def allow(self, visitor, url, word="consenti"):
        """The person looks at the page and answers; where the program is sent."""
        page = visitor.get(urlsplit(url).path + "?" + urlsplit(url).query)
        self.assertEqual(page.status, 200, words(page.text)[:300])
        fields = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', page.text.split("<main")[1]))
        fields = {name: value.replace("&#38;", "&").replace("&amp;", "&") for name, value in fields.items()}
        answer = visitor.post("/oauth/authorize", {**fields, "risposta": word})
        self.assertEqual(answer.status, 303, words(answer.text)[:300])
        return answer.header("location")

    def token(self, town, visitor, scope):
        client = self.register(town, token_endpoint_auth_method="none")
        session = self.session(town, client, scope=scope)
        url, state = session.create_authorization_url(f"{town.origin}/oauth/authorize", code_verifier=VERIFIER)
        return session.fetch_token(authorization_response=self.allow(visitor, url), state=state, code_verifier=VERIFIER)

    def test_a_client_of_somebody_else_goes_through_the_whole_dance(self):
        town, (anna,) = self.town_with("anna")
        about = json.loads(town.visitor().get("/.well-known/oauth-authorization-server").text)
        self.assertEqual(about["issuer"], town.origin)
        for method in ("none", "client_secret_basic", "client_secret_post"):
            with self.subTest(method):
                client = self.register(town, token_endpoint_auth_method=method)
                session = self.session(town, client, scope="read write:statuses")
                url, state = session.create_authorization_url(about["authorization_endpoint"], code_verifier=VERIFIER)
                back = self.allow(anna, url)
                told = parse_qs(urlsplit(back).query)
                self.assertEqual((told["state"], told["iss"]), ([state], [town.origin]))
                # Another verifier, and another way back, get nothing; the right ones do, once.
                for wrong in ({"code_verifier": "b" * 50}, {"code_verifier": VERIFIER, "redirect_uri": "https://evil.example/cb"}):
                    with self.assertRaises(OAuthError) as fault:
                        session.fetch_token(authorization_response=back, state=state, **wrong)
                    self.assertEqual(fault.exception.error, "invalid_grant")
                token = session.fetch_token(authorization_response=back, state=state, code_verifier=VERIFIER)
                me = session.get(f"{town.origin}/api/dedalus/v1/me")
                self.assertEqual((me.status_code, me.json()["handle"]), (200, "anna"))
                posted = session.post(f"{town.origin}/api/dedalus/v1/posts", json={"text": f"Ciao da {method}"})
                self.assertEqual(posted.status_code, 201, posted.text)
                self.assertEqual(session.get(posted.headers["location"]).json()["id"], posted.json()["id"])
                self.assertEqual(session.put(f"{town.origin}/api/dedalus/v1/posts/{posted.json()['id']}/like").status_code, 403)
                # Renewed, the old pair is over; brought again, it ends the new one as well.
                renewed = session.refresh_token(about["token_endpoint"], refresh_token=token["refresh_token"])
                self.assertEqual(session.get(f"{town.origin}/api/dedalus/v1/me").status_code, 200)
                with self.assertRaises(OAuthError):
                    session.refresh_token(about["token_endpoint"], refresh_token=token["refresh_token"])
                with self.assertRaises(OAuthError):
                    session.refresh_token(about["token_endpoint"], refresh_token=renewed["refresh_token"])

    def test_what_was_stolen_or_taken_back_opens_nothing(self):
        town, (anna,) = self.town_with("anna")
        client = self.register(town, token_endpoint_auth_method="none")
        session = self.session(town, client, scope="read")
        url, state = session.create_authorization_url(f"{town.origin}/oauth/authorize", code_verifier=VERIFIER)
        back = self.allow(anna, url)
        token = session.fetch_token(authorization_response=back, state=state, code_verifier=VERIFIER)
        me = f"{town.origin}/api/dedalus/v1/me"
        self.assertEqual(session.get(me).status_code, 200)
        # The same code again: a thief has it.
        with self.assertRaises(OAuthError) as fault:
            self.session(town, client).fetch_token(authorization_response=back, state=state, code_verifier=VERIFIER)
        self.assertEqual(fault.exception.error, "invalid_grant")
        self.assertEqual(session.get(me).status_code, 401)
        # An address that was not registered is shown nothing.
        foreign = {"client_id": client["client_id"], "redirect_uri": "https://evil.example/cb", "response_type": "code", "scope": "read",
                   "code_challenge": create_s256_code_challenge(VERIFIER), "code_challenge_method": "S256"}
        answer = anna.get("/oauth/authorize?" + urlencode(foreign))
        self.assertEqual((answer.status, answer.header("location")), (400, None))
        # No means no.
        url, _ = session.create_authorization_url(f"{town.origin}/oauth/authorize", code_verifier=VERIFIER)
        self.assertEqual(parse_qs(urlsplit(self.allow(anna, url, "rifiuta")).query)["error"], ["access_denied"])
        # Taken back by the program, and by the person.
        url, state = session.create_authorization_url(f"{town.origin}/oauth/authorize", code_verifier=VERIFIER)
        token = session.fetch_token(authorization_response=self.allow(anna, url), state=state, code_verifier=VERIFIER)
        self.assertEqual(session.get(me).status_code, 200)
        answer = session.revoke_token(f"{town.origin}/oauth/revoke", token=token["access_token"], token_type_hint="access_token")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(session.get(me).status_code, 401)
        session.refresh_token(f"{town.origin}/oauth/token", refresh_token=token["refresh_token"])
        self.assertEqual(session.get(me).status_code, 200)
        grant = re.search(r"/io/applicazioni/(\d+)/ritiro", anna.get("/io/applicazioni").text).group(1)
        self.assertEqual(anna.post(f"/io/applicazioni/{grant}/ritiro", {}).status, 303)
        self.assertEqual(session.get(me).status_code, 401)

    def test_schemathesis_finds_nothing(self):
        town, (anna, bruno) = self.town_with("anna", "bruno")
        posts = [anna.write_post(f"Numero {number} al #porto") for number in range(3)]
        bruno.post(f"/post/{posts[0]}/commenti", {"testo": "Bello", "chiave": "k"})
        token = self.token(town, anna, "read write follow sessions:read")["access_token"]
        tool = os.path.join(os.path.dirname(sys.executable), "st")
        done = subprocess.run(
            [tool, "run", f"{town.origin}/api/openapi.json", "--checks", "all", "--max-examples", "12",
             "--seed", os.environ.get("DEDALUS_SEED", "24"), "--workers", "1", "--no-color", "--warnings", "off",
             "--header", f"Authorization: Bearer {token}", "--suppress-health-check", "all", "--continue-on-failure"],
            capture_output=True, text=True, timeout=300, cwd=town.folder, stdin=subprocess.DEVNULL, env=environment())
        with open(os.path.join(town.folder, "schemathesis.txt"), "w") as out:
            out.write(done.stdout + done.stderr)
        self.assertEqual(done.returncode, 0, done.stdout[-12000:] + done.stderr[-2000:])
        # What it did went through the same rules as a form: the house is still sound.
        town.doctor()
