"""Many writes at once against a town, and what was answered to each."""
import asyncio
import time

from web import Answer, Cut, Refused, Silent, ask_raw, sign_up_request, words


class Load:
    """Comments and sign-ups with unique words. `acked` holds what was acknowledged, `tried` all of it."""

    def __init__(self, town, post, visitors):
        self.town, self.post, self.visitors, self.number = town, post, visitors, 0
        self.comments, self.tried_comments = set(), set()
        self.sign_ups, self.tried_sign_ups = set(), set()
        self.acknowledged = 0
        self.faults = []
        self.after = (0, None)

    def requests(self, comments, sign_ups):
        """Mixed requests: (kind, words, request)."""
        made = []
        for _ in range(comments):
            self.number += 1
            text = f"parola{self.number:06d} detta in piazza"
            visitor = self.visitors[self.number % len(self.visitors)]
            made.append(("comment", text, visitor.comment_request(self.post, text)))
        for _ in range(sign_ups):
            self.number += 1
            email = f"nuovo{self.number:06d}@{self.town.name}.example"
            request = sign_up_request(self.town.origin, f"Persona Nuova {self.number}", f"nuova_{self.number}", email)
            made.append(("sign-up", email, request))
        return made

    async def one(self, kind, text, request):
        (self.tried_comments if kind == "comment" else self.tried_sign_ups).add(text)
        try:
            answer = await ask_raw(self.town.port, request)
        except (Refused, Silent, Cut) as error:
            return error
        self.note(kind, text, answer)
        return answer

    def note(self, kind, text, answer: Answer):
        if kind == "comment" and answer.status == 303:
            self.comments.add(text)
        elif kind == "sign-up" and answer.status == 200:
            self.sign_ups.add(text)
        else:
            if answer.status != 503:  # busy is an answer: nothing was written
                self.faults.append(f"{kind}: {answer.status} {words(answer.text)[:200]}")
            return
        self.acknowledged += 1
        count, act = self.after
        if act and self.acknowledged >= count:
            self.after = (0, None)
            act()

    def burst(self, requests, after=0, act=None):
        """All of them at once. Calls `act` when so many of them were acknowledged. Seconds it took."""
        self.acknowledged, self.after = 0, (after, act)

        async def all_of_them():
            return await asyncio.gather(*(self.one(*request) for request in requests))
        began = time.monotonic()
        asyncio.run(all_of_them())
        return time.monotonic() - began


def check(case, town, load):
    """The database against what was acknowledged."""
    case.assertEqual(load.faults, [])
    rows = dict(town.sql(f"select body, count(*) from post where root_id = {load.post} group by body"))
    lost = sorted(text for text in load.comments if text not in rows)
    case.assertEqual(lost, [], "acknowledged comments are lost")
    case.assertEqual([text for text, count in rows.items() if count != 1], [], "comments stand there more than once")
    case.assertEqual([text for text in rows if text not in load.tried_comments], [])
    case.assertEqual(town.one(f"select comment_count from post where id = {load.post}"), len(rows), "the count of comments is wrong")
    events = town.one("select count(*) from event where kind = 'comment.published'")
    case.assertEqual(events, len(rows), "each comment has one event")
    kept = {email for (email,) in town.sql("select email from sign_up")}
    case.assertEqual(sorted(load.sign_ups - kept), [], "acknowledged sign-ups are lost")
    return len(rows), len(kept)
