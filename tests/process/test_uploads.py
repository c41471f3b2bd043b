"""Bad files over HTTP: a sentence for each, and memory that stays bounded."""
import secrets

from pictures import bomb, encoded, heic, large_photo, media, photo, upload
from town import Case
from web import words

MOST_MEMORY = 400  # MB of the server itself; the child that decodes has a limit of its own


class Uploads(Case):
    def test_each_bad_file_gets_its_sentence_and_memory_stays_bounded(self):
        town = self.town("uploads")
        who, = town.people(1)
        town.start()
        visitor = town.visitor(who)
        good = photo(1)
        bad = {
            "a bomb of 20,000 × 20,000 points": (bomb(20_000), "bomba.png", "ha troppi punti"),
            "a side too long": (bomb(20_100), "bomba.png", "ha troppi punti"),
            "a text that calls itself a picture": ("Questa non è una foto.\n".encode() * 50, "foto.png", "non è un’immagine"),
            "a page that calls itself a picture": (b"<html><script>alert(1)</script></html>", "foto.jpg", "non è un’immagine"),
            "half a JPEG": (good[:len(good) // 2], "foto.jpg", "è rovinato"),
            "a JPEG without its end": (good[:-40], "foto.jpg", "è rovinato"),
            "a PNG with noise in it": (encoded_noise(), "foto.png", "è rovinato"),
            "HEIC": (heic(), "foto.heic", "HEIC"),
            "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "x.svg", "SVG"),
            "33 MB": (good + b"\0" * (33 << 20), "foto.jpg", "troppo grande"),
        }
        for what, (content, name, sentence) in bad.items():
            with self.subTest(file=what):
                answer, taken = upload(visitor, content, name, [("titolo", "")])
                self.assertEqual((answer.status, taken), (422, None), words(answer.text)[:400])
                self.assertIn(sentence, words(answer.text))
                self.assertIn("Una foto della piazza", answer.text, "what was typed is gone")
                self.assertLess(town.memory(), MOST_MEMORY, what)
        # Too large altogether: 413, in words.
        for what, path, send in (
            ("110 MB of files", "/post", lambda path: upload(visitor, b"\xff" * (110 << 20))[0]),
            ("a form of 3 MB", "/post/1/commenti", lambda path: visitor.post(path, {"testo": "a" * (3 << 20)})),
            ("words of 3 MB beside the files", "/post", lambda path: visitor.upload(path, [("testo", "a" * (3 << 20))], [])),
        ):
            with self.subTest(file=what):
                answer = send(path)
                self.assertEqual(answer.status, 413, words(answer.text)[:300])
                self.assertIn("troppo grande", words(answer.text))
                self.assertLess(town.memory(), MOST_MEMORY, what)
        # A telephone's 64 million points are taken, and shown in three sizes.
        answer, taken = upload(visitor, large_photo())
        self.assertTrue(taken, words(answer.text)[:400])
        post = visitor.write_post("Una foto molto grande", immagine=taken, **{f"alt-{taken}": "Una sfumatura"})
        addresses = media(visitor.get(f"/post/{post}").text)
        self.assertTrue(addresses)
        for address in addresses:
            self.assertEqual(visitor.get(address).status, 200)
        sizes = town.sql("select name, width, height from picture_size order by width")
        self.assertEqual([width for _, width, _ in sizes], [480, 960, 1600])
        # Somebody hangs up in the middle of an upload: nothing stays.
        self.assertEqual(visitor.get("/").status, 200)
        self.assertEqual(town.one("select count(*) from picture"), 1)
        memory = town.memory()
        self.say(f"the server never had more than {memory:.0f} MB resident")
        self.assertLess(memory, MOST_MEMORY)
        town.doctor()

    def test_forms_that_are_none_get_a_sentence(self):
        town = self.town("forms")
        who, = town.people(1)
        town.start()
        visitor = town.visitor(who)
        post = visitor.write_post("Si scrive male")
        address, key = f"/post/{post}/commenti", secrets.token_hex(8)
        form = {"Origin": town.origin, "Content-Type": "application/x-www-form-urlencoded"}
        cases = {
            "broken UTF-8": ("POST", address, b"testo=%C3%28", form, 422),
            "a broken escape": ("POST", address, b"testo=%zz", form, 422),
            "no origin": ("POST", address, b"testo=ciao", {"Content-Type": form["Content-Type"]}, 403),
            "another origin": ("POST", address, b"testo=ciao", {**form, "Origin": "https://altrove.example"}, 403),
            "an origin that is null": ("POST", address, b"testo=ciao", {**form, "Origin": "null"}, 403),
            "half a multipart": ("POST", "/post", b"--x\r\nContent-Disposition: form-data; name=\"testo\"\r\n\r\nci",
                                 {"Origin": town.origin, "Content-Type": "multipart/form-data; boundary=x"}, 422),
            "multipart without a boundary": ("POST", "/post", b"x", {"Origin": town.origin, "Content-Type": "multipart/form-data"}, 422),
            "a path out of the house": ("GET", "/media/..%2f..%2fsecret.key", None, {}, 404),
            "a path that is no UTF-8": ("GET", "/pagine/%ff", None, {}, 404),
            "no number": ("GET", "/post/1e3", None, {}, 404),
            "an unknown method": ("PUT", f"/post/{post}", b"", {"Origin": town.origin}, 404),
            "SQL in the search": ("GET", "/cerca?q=%27%3B+drop+table+post%3B--", None, {}, 200),
        }
        for what, (method, path, body, headers, status) in cases.items():
            with self.subTest(request=what):
                answer = visitor.ask(method, path, body, headers)
                self.assertEqual(answer.status, status, words(answer.text)[:300])
                self.assertIn("</html>", answer.text)
        # The same form twice is one comment; script stays words; ten thousand brackets do no harm.
        for _ in range(2):
            self.assertEqual(visitor.post(address, {"testo": "<script>alert(1)</script> due volte", "chiave": key}).status, 303)
        self.assertEqual(town.one(f"select comment_count from post where id = {post}"), 1)
        self.assertNotIn("<script>alert", visitor.get(f"/post/{post}").text)
        deep = visitor.post("/post", {"testo": "[" * 5_000 + "> " * 5_000, "azione": "pubblica", "chiave": key})
        self.assertIn(deep.status, (303, 422), words(deep.text)[:300])
        self.assertEqual(visitor.get("/").status, 200)
        town.doctor()


def encoded_noise():
    from PIL import Image
    content = bytearray(encoded(Image.effect_noise((300, 300), 90), "PNG"))
    middle = len(content) // 2
    content[middle:middle + 400] = bytes(400)
    return bytes(content)
