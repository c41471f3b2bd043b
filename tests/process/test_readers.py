"""What programs read of a town, read by programs that are not ours: feeds, linked data, site maps, oEmbed, manifest, security.txt."""
import datetime
import json
import os
import re
import shutil
import subprocess
from urllib.parse import urlparse

import extruct
import feedparser
from lxml import etree, html

from town import BINARY, WORK, Case, environment

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
KINDS = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
MEDIA = ("image/", "video/", "audio/")


def strict(content):
    """XML as a careful reader takes it: well-formed, no entity of its own, nothing from the net."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, recover=False))


class Readers(Case):
    @classmethod
    def setUpClass(cls):
        """The demo town, filled once; each test has a copy."""
        cls.filled = os.path.join(WORK, f"readers-filled-{os.getpid()}")
        done = subprocess.run([BINARY, "demo", "--data", cls.filled, "--today", "2028-02-24", "--fill-only"], capture_output=True,
                              text=True, stdin=subprocess.DEVNULL, env=environment(), timeout=1200)
        if done.returncode:
            raise AssertionError(f"the demo town was not filled: {done.stdout}{done.stderr}")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.filled, ignore_errors=True)

    def demo(self):
        town = self.town("readers")
        data = os.path.join(town.folder, "demo")
        shutil.copytree(self.filled, data)
        town.start(command=[BINARY, "demo", "--listen", f"127.0.0.1:{town.port}", "--data", data, "--today", "2028-02-24", "--no-limits"],
                   timeout=300)
        town.url = f"sqlite:{data}/dedalus.db"
        return town

    # ---- help ----
    def page(self, town, path):
        answer = town.visitor().get(path)
        self.assertEqual(answer.status, 200, path)
        return answer

    def base(self, town):
        """The address by which the town calls itself."""
        said = html.fromstring(self.page(town, "/novita").body)
        post = next(href for href in said.xpath("//a/@href") if re.fullmatch(r"/post/\d+", href))
        canonical = html.fromstring(self.page(town, post).body).xpath("//link[@rel='canonical']/@href")[0]
        return canonical.removesuffix(post), post

    def is_absolute(self, address, base):
        self.assertTrue(address.startswith(base + "/"), f"{address} does not begin with {base}")

    def links_of(self, text, base, where):
        """Every link and picture of a feed's HTML leads somewhere from anywhere."""
        if not text:
            return
        for address in html.fragment_fromstring(text, create_parent="div").xpath("//@href | //@src"):
            parts = urlparse(address)
            self.assertIn(parts.scheme, ("http", "https", "mailto", "tel"), f"{address} in {where}")

    def test_feeds_are_read_by_parsers_that_are_not_ours(self):
        town = self.demo()
        base, _ = self.base(town)
        feeds = self.feeds(town)
        self.assertGreater(len(feeds), 20)
        seen = {"enclosures": 0, "entries": 0}
        for path, kind in feeds:
            with self.subTest(feed=path):
                answer = self.page(town, path)
                self.assertEqual(answer.header("content-type").split(";")[0], KINDS[kind])
                again = self.page(town, path)
                self.assertEqual(answer.body, again.body, "a feed that nothing changed is the same")
                ids = getattr(self, kind)(answer.body, base, path)
                parsed = feedparser.parse(answer.body) if kind != "json" else None
                if parsed:
                    self.assertEqual(parsed.bozo, 0, parsed.get("bozo_exception"))
                    self.assertEqual([entry.id for entry in parsed.entries], ids)
                    self.assertTrue(parsed.feed.title)
                    own = [link.href for link in parsed.feed.links if link.rel == "self"]
                    self.assertEqual(own, [base + path])
                    for entry in parsed.entries:
                        seen["entries"] += 1
                        seen["enclosures"] += len([link for link in entry.enclosures if link.type.startswith(("audio/", "video/"))])
                        self.assertTrue(entry.published_parsed and entry.title and entry.link, entry.id)
                        self.is_absolute(entry.link, base)
                        for enclosure in entry.enclosures:
                            self.enclosure(town, enclosure.href, enclosure.type, int(enclosure.length), base)
                        for content in entry.get("content", []):
                            self.links_of(content.value, base, path)
                self.assertEqual(len(ids), len(set(ids)), "an identity twice")
        self.assertGreater(seen["entries"], 100)
        self.assertGreater(seen["enclosures"], 1, "the demo's video and audio are in no feed")
        self.say(f"{len(feeds)} feeds, {seen['entries']} entries, {seen['enclosures']} recordings")
        # The same words in all three forms.
        ids = {kind: getattr(self, kind)(self.page(town, f"/feed.{kind}").body, base, f"/feed.{kind}") for kind in KINDS}
        self.assertEqual(ids["rss"], ids["atom"])
        self.assertEqual(ids["rss"], ids["json"])
        town.stop()

    def feeds(self, town):
        """Every feed that pages name, and the other two forms of each: town, news, pages, communities, subjects, searches."""
        pages = {"/", "/novita", "/pagine", "/comunita", "/argomenti", "/uffici", "/cerca?q=carnevale&ordine=data"}
        for path in sorted(pages):
            for href in html.fromstring(self.page(town, path).body).xpath("//a/@href"):
                if re.fullmatch(r"/(pagine|comunita|argomenti|uffici|persone)/[^/?#]+", href) and href != "/comunita/nuova":
                    pages.add(href)
        found = set()
        for path in pages:
            answer = town.visitor().get(path)
            if answer.status != 200:
                continue
            for link in html.fromstring(answer.body).xpath("//link[@rel='alternate'][@href]"):
                if link.get("type") in KINDS.values():
                    head, dot, tail = link.get("href").partition("/feed.")
                    self.assertTrue(dot, link.get("href"))
                    query = tail.partition("?")
                    found |= {(f"{head}/feed.{kind}{query[1]}{query[2]}", kind) for kind in KINDS}
        self.feeds_named = {path.rsplit("/", 1)[0].split("/")[1] if path.count("/") > 1 else "" for path, _ in found}
        self.assertLessEqual({"", "novita", "pagine", "comunita", "argomenti", "cerca"}, self.feeds_named)
        return sorted(found)

    def enclosure(self, town, address, kind, length, base):
        self.is_absolute(address, base)
        self.assertTrue(kind.startswith(MEDIA), kind)
        head = town.visitor().ask("HEAD", address.removeprefix(base))
        self.assertEqual((head.status, head.header("content-type"), head.header("content-length")), (200, kind, str(length)), address)

    # ---- the three forms; each gives the identities of its items ----
    def rss(self, content, base, path):
        """What RSS 2.0 asks for."""
        root = strict(content)
        self.assertEqual((root.tag, root.get("version")), ("rss", "2.0"))
        channel, = root
        for name in ("title", "link", "description"):
            self.assertTrue(channel.findtext(name), name)
        self.is_absolute(channel.findtext("link"), base)
        own = channel.find(f"{ATOM}link[@rel='self']")
        self.assertEqual((own.get("href"), own.get("type")), (base + path, KINDS["rss"]))
        items = channel.findall("item")
        for item in items:
            self.assertTrue(item.findtext("title") or item.findtext("description"))
            self.assertTrue(datetime.datetime.strptime(item.findtext("pubDate"), "%a, %d %b %Y %H:%M:%S %z"))
            self.assertLessEqual(len(item.findall("enclosure")), 1)
            guid = item.find("guid")
            if guid.get("isPermaLink", "true") == "true":
                self.is_absolute(guid.text, base)
        dates = [datetime.datetime.strptime(item.findtext("pubDate"), "%a, %d %b %Y %H:%M:%S %z") for item in items]
        if not path.startswith("/cerca"):
            self.assertEqual(dates, sorted(dates, reverse=True))
        return [item.findtext("guid") for item in items]

    def atom(self, content, base, path):
        """What RFC 4287 §4.1 asks for."""
        root = strict(content)
        self.assertEqual(root.tag, f"{ATOM}feed")
        entries = root.findall(f"{ATOM}entry")
        for element in [root, *entries]:
            for name in ("id", "title", "updated"):
                self.assertEqual(len(element.findall(ATOM + name)), 1, name)
            self.assertTrue(urlparse(element.findtext(f"{ATOM}id")).scheme)
            self.assertRegex(element.findtext(f"{ATOM}updated"), f"^{RFC3339.pattern}$")
            alternate = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
            self.assertEqual(len(alternate), 1)
            self.is_absolute(alternate[0].get("href"), base)
        self.assertTrue(root.find(f"{ATOM}author/{ATOM}name") is not None or all(entry.find(f"{ATOM}author") is not None for entry in entries))
        self.assertEqual([link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")], [base + path])
        for entry in entries:
            self.assertRegex(entry.findtext(f"{ATOM}published"), f"^{RFC3339.pattern}$")
            content = entry.find(f"{ATOM}content")
            if content is None:
                self.assertIsNotNone(entry.find(f"{ATOM}summary"))
        return [entry.findtext(f"{ATOM}id") for entry in entries]

    def json(self, content, base, path):
        """What JSON Feed 1.1 asks for."""
        feed = json.loads(content)
        self.assertEqual(feed["version"], "https://jsonfeed.org/version/1.1")
        self.assertTrue(feed["title"])
        self.assertEqual(feed["feed_url"], base + path)
        self.is_absolute(feed["home_page_url"], base)
        known = {"version", "title", "home_page_url", "feed_url", "description", "language", "items"}
        self.assertLessEqual(set(feed), known)
        for item in feed["items"]:
            self.assertIsInstance(item["id"], str)
            self.assertTrue(item["id"])
            self.assertEqual(("content_html" in item) + ("content_text" in item), 1)
            self.is_absolute(item["url"], base)
            for name in ("date_published", "date_modified"):
                self.assertRegex(item[name], f"^{RFC3339.pattern}$")
            self.links_of(item.get("content_html"), base, path)
            for author in item.get("authors", []):
                self.assertTrue(set(author) & {"name", "url", "avatar"})
            for file in item.get("attachments", []):
                self.is_absolute(file["url"], base)
                self.assertTrue(file["mime_type"].startswith(MEDIA))
                self.assertIsInstance(file["size_in_bytes"], int)
        return [item["id"] for item in feed["items"]]

    # ---- linked data ----
    def test_linked_data_says_what_it_should_and_nothing_private(self):
        town = self.demo()
        base, _ = self.base(town)
        private = {word.lower() for row in town.sql("select email from person where email <> ''") for word in row}
        self.assertGreater(len(private), 10)
        post = {"url", "headline", "author", "datePublished", "dateModified", "publisher", "mainEntityOfPage"}
        wanted = {
            "/": ("WebSite", {"name", "url", "potentialAction", "publisher"}),
            "/pagine/biblioteca": ("GovernmentOrganization", {"name", "url", "description", "parentOrganization"}),
            **{path: ("NewsArticle", post) for path in self.posts(town, "page_id is not null", 4)},
            **{path: ("DiscussionForumPosting", post) for path in self.posts(town, "page_id is null", 4)},
        }
        people = town.sql("select handle from person where private = 0 and state = 'active' order by id limit 3")
        wanted |= {f"/persone/{handle}": ("ProfilePage", {"mainEntity", "url"}) for (handle,) in people}
        communities = town.sql("select handle from community where kind = 'open' order by id limit 3")
        wanted |= {f"/comunita/{handle}": ("Organization", {"name", "url", "description"}) for (handle,) in communities}
        for path, (kind, members) in wanted.items():
            with self.subTest(page=path):
                text = self.page(town, path).text
                found = extruct.extract(text, base_url=base + path, syntaxes=["json-ld"], errors="strict")["json-ld"]
                self.assertEqual([data["@type"] for data in found], [kind])
                self.assertLessEqual(members, set(found[0]), "a member is missing")
                self.assertEqual(found[0]["@context"], "https://schema.org")
                self.checked(found[0], base, private)
        recorded = town.sql("select post_id, type from recording where post_id is not null")
        self.assertEqual(len(recorded), 2)
        for number, kind in recorded:
            text = self.page(town, f"/post/{number}").text
            data, = extruct.extract(text, base_url=base, syntaxes=["json-ld"], errors="strict")["json-ld"]
            key = kind.split("/")[0]
            played = data[key]
            self.assertEqual(played["@type"], f"{key.title()}Object")
            self.assertLessEqual({"name", "description", "contentUrl", "uploadDate", "duration"}, set(played))
            self.assertRegex(played["duration"], r"^PT\d+S$")
            self.assertEqual(town.visitor().ask("HEAD", played["contentUrl"].removeprefix(base)).status, 200)
        # A private profile and a closed community say nothing of themselves to programs.
        for path in [f"/persone/{handle}" for (handle,) in town.sql("select handle from person where private = 1")] \
                + [f"/comunita/{handle}" for (handle,) in town.sql("select handle from community where kind = 'listed'")]:
            answer = town.visitor().get(path)
            if answer.status == 200:
                self.assertEqual(extruct.extract(answer.text, base_url=base, syntaxes=["json-ld"])["json-ld"], [], path)
        town.stop()

    def posts(self, town, which, limit):
        sql = f"select id from post where parent_id is null and deleted_at is null and community_id is null and hidden_at is null " \
              f"and held = 0 and {which} order by id desc limit {limit * 3}"
        found = [f"/post/{number}" for (number,) in town.sql(sql)]
        return [path for path in found if town.visitor().get(path).status == 200][:limit]

    def checked(self, data, base, private, name=""):
        """Every member of linked data: addresses whole, times ISO 8601, nothing empty, nothing private."""
        if isinstance(data, dict):
            self.assertTrue("@type" in data or "@context" in data or "@value" in data, data)
            for key, value in data.items():
                self.checked(value, base, private, key)
        elif isinstance(data, list):
            self.assertTrue(data, name)
            for value in data:
                self.checked(value, base, private, name)
        elif isinstance(data, str):
            self.assertTrue(data, f"{name} is empty")
            self.assertNotIn(data.lower(), private, f"{name} is private")
            if name == "url" or name.endswith("Url") or name == "image":
                self.is_absolute(data, base)
            if name.startswith("date") or name == "uploadDate":
                self.assertRegex(data, f"^{RFC3339.pattern}$")

    # ---- the rest ----
    def test_maps_oembed_manifest_and_security_txt(self):
        town = self.demo()
        base, post = self.base(town)
        index = strict(self.page(town, "/sitemap.xml").body)
        self.assertEqual(index.tag, f"{MAP}sitemapindex")
        addresses = []
        for where in index.iter(f"{MAP}loc"):
            self.is_absolute(where.text, base)
            rows = strict(self.page(town, where.text.removeprefix(base)).body)
            self.assertEqual(rows.tag, f"{MAP}urlset")
            for row in rows:
                addresses.append(row.findtext(f"{MAP}loc"))
                if row.find(f"{MAP}lastmod") is not None:
                    datetime.date.fromisoformat(row.findtext(f"{MAP}lastmod"))
        self.assertGreater(len(addresses), 50)
        self.assertEqual(len(addresses), len(set(addresses)))
        for address in addresses:
            self.is_absolute(address, base)
            self.assertEqual(town.visitor().get(address.removeprefix(base)).status, 200, address)
        self.say(f"{len(addresses)} addresses in the maps, each public")
        robots = self.page(town, "/robots.txt").text
        self.assertIn(f"Sitemap: {base}/sitemap.xml", robots)

        link, = html.fromstring(self.page(town, post).body).xpath("//link[@type='application/json+oembed']/@href")
        embed = json.loads(self.page(town, link).body)
        self.assertEqual((embed["version"], embed["type"]), ("1.0", "rich"))
        self.assertLessEqual({"html", "width", "height", "title", "author_name", "provider_name"}, set(embed))
        frame, = html.fragments_fromstring(embed["html"])
        self.assertEqual(frame.tag, "iframe")
        self.page(town, frame.get("src").removeprefix(base))
        as_xml = strict(self.page(town, link.replace("format=json", "format=xml")).body)
        self.assertEqual((as_xml.tag, as_xml.findtext("type"), as_xml.findtext("html")), ("oembed", "rich", embed["html"]))

        home = html.fromstring(self.page(town, "/").body)
        manifest = json.loads(self.page(town, home.xpath("//link[@rel='manifest']/@href")[0]).body)
        self.assertLessEqual({"name", "short_name", "start_url", "display", "icons", "id", "scope"}, set(manifest))
        for icon in manifest["icons"]:
            answer = self.page(town, icon["src"])
            self.assertEqual(answer.header("content-type"), icon["type"])
        self.assertLessEqual({"192x192", "512x512"}, {icon["sizes"] for icon in manifest["icons"]})

        answer = self.page(town, "/.well-known/security.txt")
        self.assertEqual(answer.header("content-type"), "text/plain; charset=utf-8")
        fields = [line.split(": ", 1) for line in answer.text.strip().splitlines() if not line.startswith("#")]
        names = [name for name, _ in fields]
        self.assertGreaterEqual(names.count("Contact"), 1)
        self.assertEqual((names.count("Expires"), names.count("Preferred-Languages")), (1, 1))
        said = dict(fields)
        self.assertRegex(said["Contact"], r"^(mailto:\S+@\S+|https://\S+|tel:\S+)$")
        expires = datetime.datetime.fromisoformat(said["Expires"].replace("Z", "+00:00"))
        today = datetime.datetime(2028, 2, 24, tzinfo=datetime.timezone.utc)
        self.assertTrue(datetime.timedelta() < expires - today < datetime.timedelta(days=365), said["Expires"])
        self.assertEqual(said["Canonical"], f"{base}/.well-known/security.txt")
        town.stop()
