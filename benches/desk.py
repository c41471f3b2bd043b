"""The desk under load: lists of requests, clusters of the map, the search for the same problem, Open311."""
import math
import re
import time

from clients import at_a_rate

# Everything is asked fifty times a second, so that the slowest hundredth is measured and not met once.
RATE = 50


def near(town):
    """The form in which somebody is about to report a lamp at the square around which a third of all reports lie."""
    answer, _ = town.ask("POST", "/richieste/nuova", {"tipo": "report", "categoria": "illuminazione", "privacy": "si"})
    path = answer.getheader("Location") or ""
    if not re.match(r"/richieste/bozze/", path):
        raise SystemExit(f"no draft was begun: {answer.status} {path}")
    path = path.split("?")[0]
    town.ask("POST", path, {"categoria": "illuminazione", "titolo": "Lampione spento", "luogo": "Piazza Duomo", "lat": "37.9846",
                            "lon": "13.6938", "aggiorna": "1"})
    _, text = town.ask("GET", path)
    if "Lampione spento" not in text or "richiesta-simile" not in text and "stesso" not in text:
        raise SystemExit("nothing similar is shown")
    return path


def town_tiles():
    """Every tile a map of the whole town, of its half and of a quarter asks for: each is as wide as four of the ground."""
    for level in (11, 12, 13, 14):
        (left, top), (right, bottom) = corner(37.999, 13.66, level), corner(37.96, 13.73, level)
        yield from (f"{level}/{x}/{y}" for x in range(left, right + 1) for y in range(top, bottom + 1))


def corner(lat, lon, level):
    """Column and row of the tile in which a point lies (Web Mercator)."""
    side, high = 2 ** level, math.radians(lat)
    return int((lon + 180) / 360 * side), int((1 - math.asinh(math.tan(high)) / math.pi) / 2 * side)


# The tile in which the middle of the town and most of its reports lie.
MIDDLE = "11/1101/790"


def first_time(town, cookie):
    """Milliseconds for the tile of the whole town while nobody has asked for it: it is counted then, and again when a report changes."""
    took = []
    for asked in ("", "?periodo=365", "?stato=chiuse", "?categoria=rifiuti"):
        began = time.monotonic()
        answer, text = town.ask("GET", f"/segnalazioni/mappa/{MIDDLE}{asked}", cookie=cookie)
        took.append((time.monotonic() - began) * 1000)
        if answer.status != 200:
            raise SystemExit(f"the tile answered {answer.status}: {text[:200]}")
    return round(max(took), 1)


def measure(town, seconds):
    """The p99 of each question. Lists are asked for by somebody who is signed in: what nobody is shown stands ready."""
    cookie = town.sign_in("citizen")
    tiles = list(town_tiles())
    questions = {
        "list of requests": ["/segnalazioni"],
        "list of requests, filtered": ["/segnalazioni?categoria=illuminazione&stato=chiuse", "/segnalazioni?q=lampione+spento",
                                       "/segnalazioni?categoria=rifiuti&periodo=30", "/segnalazioni?categoria=strade&stato=aperte&q=buca"],
        "clusters of the map": [f"/segnalazioni/mappa/{tile}{asked}" for tile in tiles for asked in ("", "?stato=aperte", "?categoria=strade")],
        "the same problem near a dense point": [near(town)],
        "Open311, requests": ["/open311/v2/requests.json?service_code=illuminazione&status=open", "/open311/v2/requests.xml"],
    }
    found, counted = {}, first_time(town, cookie)
    for name, paths in questions.items():
        for path in paths:
            answer, text = town.ask("GET", path)
            if answer.status != 200:
                raise SystemExit(f"{path} answered {answer.status}: {text[:200]}")
        at_a_rate(town.port, paths, 20, 2, cookie)
        found[name] = at_a_rate(town.port, paths, RATE, max(seconds, 20), cookie)
    found["clusters of the map"]["first_time_ms"] = counted
    return found


def tell(figure, few, many):
    """One figure a question: the large town's, and its ratio to the small one's."""
    for name, found in many.items():
        figure(f"{name}, 200,000 requests", **found, p99_ms_of_2000=few[name]["p99_ms"],
               ratio=round(found["p99_ms"] / few[name]["p99_ms"], 2), to_reach="p99 <= 25 ms, ratio <= 2")
