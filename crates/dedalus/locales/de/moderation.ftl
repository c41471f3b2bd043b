# Was gemeldet wird, und warum
moderation-kind-post = Beitrag
moderation-kind-comment = Kommentar
moderation-kind-person = Person
moderation-kind-community = Gemeinschaft
reason-spam = Werbung oder Wiederholung
reason-offence = Beleidigung oder Drohung
reason-personal = Persönliche Daten anderer
reason-hate = Hass
reason-services = Falsches über Dienste
reason-illegal = Gegen das Gesetz
reason-other = Etwas anderes
reason-rule-spam = Bleiben Sie beim Thema und wiederholen Sie sich nicht. Werbung gehört woandershin.
reason-rule-offence = Keine Beleidigungen, keine Drohungen: Es geht um Ideen, nicht um Personen.
reason-rule-personal = Keine Daten anderer: Namen, Kennzeichen, Telefonnummern, Bilder von Kindern.
reason-rule-hate = Kein Hass gegen Menschen für das, was sie sind.
reason-rule-services = Nichts Falsches über Ämter und Dienste: Wer es glaubt, hat den Schaden.
reason-rule-illegal = Was das Gesetz verbietet, hat hier keinen Platz.
reason-rule-other = Die Regeln des Platzes.
report-abuse = Melden
report-abuse-title = Missbrauch melden
report-abuse-lead = Sagen Sie uns, was nicht stimmt. Ein Mensch liest es, kein Programm.
report-choose = Wählen Sie einen Grund
report-reason = Grund
report-reason-help = Der, der am besten passt.
report-words = Erklären Sie es
report-words-help = Wenige Worte genügen. Nötig sind sie beim Grund „Etwas anderes“.
report-secret = Wen Sie melden, erfährt nicht, dass Sie es waren.
report-send = Meldung senden
reported-title = Ihre Meldung
reported-lead = Danke. Wir haben sie erhalten.
reported-step-1 = Jemand aus der Moderation liest den Text und was darum herum steht.
reported-step-2 = Entschieden wird bis { $when }.
reported-step-3 = Wir schreiben Ihnen, was daraus wurde. Die Antwort steht auch auf dieser Seite.
reported-acted = Wir haben es gelesen und eingegriffen. Danke für den Hinweis.
reported-dismissed = Wir haben es gelesen. Die Regeln sind nach unserer Ansicht eingehalten, der Text bleibt.
reported-what = Was
reported-when = Wann
toast-report-already = Das hatten Sie schon gemeldet: So weit ist es.
error-report-reason = Wählen Sie einen Grund.
error-report-words = Erklären Sie in ein paar Worten, was nicht stimmt.
error-report-long = Höchstens { $max } Zeichen.

# Entscheidungen
action-dismiss = Nichts zu tun
action-release = Veröffentlichen: ist in Ordnung
action-warn = Verwarnung
action-hide = Text verborgen
action-limit = Konto eingeschränkt
action-suspend = Konto gesperrt
action-close = Gemeinschaft geschlossen
decision-said-dismiss = Es ist nichts zu tun
decision-said-warn = Wir bitten Sie, die Regeln einzuhalten
decision-said-hide = Wir haben verborgen, was Sie geschrieben haben
decision-said-limit = Eine Zeit lang prüft jemand, was Sie schreiben
decision-said-suspend = Ihr Konto ist gesperrt
decision-said-close = Die Gemeinschaft ist geschlossen
decision-title = Entscheidung
decision-lead = Hier steht, was wir entschieden haben, warum, und wie Sie um eine neue Prüfung bitten.
decision-what = Was wir entschieden haben
decision-until = Bis { $when }.
decision-no-end = Ohne Ende.
decision-days = { $n ->
    [one] Ein Tag
   *[other] { $n } Tage
}
decision-facts = Was geschehen ist
decision-rule = Die Regel
decision-rules = Die Regeln des Platzes
decision-how = Wie wir davon erfuhren
decision-automatic = Ein automatischer Filter hielt den Text an. Entschieden hat ein Mensch.
decision-reported = Jemand hat es gemeldet. Entschieden hat ein Mensch.
decision-seen = Die Moderation hat es gesehen. Entschieden hat ein Mensch.
decision-when = Wann
decision-ended = Beendet
decision-ended-time = die Zeit ist um.
decision-ended-appeal = Ihrer Beschwerde wurde stattgegeben.
decision-ended-undone = wir haben sie zurückgenommen.
decision-over = beendet
decision-about = Worum es geht
decisions-title = Entscheidungen über mich
decisions-lead = Was die Moderation über Ihre Texte entschieden hat, mit den Gründen.
decisions-empty = Keine Entscheidungen
decisions-empty-text = Die Moderation hat nichts entschieden, was Sie betrifft.
post-hidden-own = Die Moderation hat diesen Text verborgen: Nur Sie lesen ihn.
post-hidden-why = Lesen Sie, warum, und was Sie tun können
post-held-own = Bevor andere es lesen, sieht es sich jemand an. Meist genügen ein paar Stunden.
toast-post-waits = Erhalten. Bevor andere es lesen, sieht es sich jemand an.

# Beschwerden
appeal-title = Beschwerde
appeal-lead = Wenn Sie meinen, dass wir irren, sagen Sie es bis { $when }. Es entscheidet jemand anderes als beim ersten Mal.
appeal-words = Warum die Entscheidung falsch ist
appeal-words-help = Erzählen Sie es aus Ihrer Sicht.
appeal-send = Um neue Prüfung bitten
appeal-elsewhere = Sie können sich auch an eine Streitbeilegungsstelle oder an ein Gericht wenden.
appeal-sent = Sie schrieben am { $when }:
appeal-waits = Jemand anderes als beim ersten Mal liest es. Wir schreiben Ihnen die Antwort.
appeal-upheld = Stattgegeben
appeal-refused = Abgelehnt
appeal-over = Es gibt nichts mehr zu bitten: Die Entscheidung ist beendet oder die Zeit um.
toast-appeal-filed = Beschwerde erhalten. Jemand anderes liest sie.
error-appeal-short = Schreiben Sie mindestens einen Satz.
error-appeal-long = Zu lang: höchstens 2000 Zeichen.
error-appeal-late = Die Zeit für eine Beschwerde ist um.
error-appeal-already = Sie haben sich schon beschwert.
error-appeal-settled = Jemand anderes hat über diese Beschwerde schon entschieden.
error-appeal-own = Über Ihre eigene Entscheidung oder Beschwerde entscheidet jemand anderes.
error-appeal-outcome = Wählen Sie, ob Sie stattgeben oder ablehnen.
appeals-title = Beschwerden
appeals-lead = Es entscheidet jemand anderes als beim ersten Mal.
appeals-settled = Entschieden
appeals-empty = Keine Beschwerden
appeals-empty-text = Hier kommen Bitten um neue Prüfung an.
appeal-of = Beschwerde von { $name }
appeal-against = Gegen diese Entscheidung
appeal-decided-first = Entschieden hat
appeal-not-yours = entscheidet jemand anderes
appeal-not-yours-text = Das entscheidet jemand anderes: Die erste Entscheidung oder die Beschwerde ist Ihre.
appeal-outcome = Ergebnis
appeal-outcome-help = Wenn Sie stattgeben, ist alles wie vorher.
appeal-choose = Wählen Sie
appeal-uphold = Stattgeben: die Entscheidung fällt
appeal-refuse = Ablehnen: die Entscheidung bleibt
appeal-reasons = Gründe
appeal-reasons-help = Liest, wer sich beschwert hat.
appeal-settle = Beschwerde entscheiden
toast-appeal-settled = Beschwerde entschieden. Die Person erhält die Gründe.

# Die Liste
office-moderation = Moderation
moderation-parts = Teile der Moderation
queue-lead = Was gemeldet wird und was auf Prüfung wartet. Oben steht, was am längsten wartet.
queue-state = Stand
queue-open = Zu entscheiden
queue-mine = Von mir übernommen
queue-closed = Entschieden
queue-filter = Liste filtern
queue-words = Wörter des Textes oder ein Name
queue-held = Wartet auf Prüfung
queue-late = Verspätet
queue-late-tag = verspätet
queue-today = Von heute
queue-chip-off = Filter entfernen
queue-empty = Nichts zu entscheiden
queue-empty-text = Wenn jemand etwas meldet, finden Sie es hier.
queue-count = { $n ->
    [one] Ein Eintrag
   *[other] { $n } Einträge
}
queue-choose = Auswählen
queue-text = Inhalt
queue-reasons = Warum
queue-since = Seit
queue-whose = Wer sich kümmert
queue-nobody = noch niemand
queue-report-count = { $n ->
    [one] eine Meldung
   *[other] { $n } Meldungen
}
queue-hide-chosen = Ausgewählte Texte verbergen
queue-hide-all = { $n ->
    [one] Den einzigen dieser Ansicht verbergen
   *[other] Alle { $n } dieser Ansicht verbergen
}
queue-kind = Art
queue-number = Nummer
queue-author = Wer schrieb
queue-reports = Meldungen
queue-decided = Entschieden am
queue-action = Ergebnis
why-phrase = enthält einen Ausdruck der Liste
why-links = Links eines neuen Kontos
why-limited = eingeschränktes Konto
matter-title = { $kind } von { $name }
matter-since = In der Liste seit { $when }
matter-community = Gemeinschaft { $name }
matter-confidential = Gesagt in „{ $name }“, was nicht alle lesen. Dieser Blick steht im Protokoll.
matter-held = Wartet auf Prüfung:
matter-noticed = Steht schon da; sehen Sie es an:
matter-community-words = Die Gemeinschaft
matter-keepers = Wer die Gemeinschaft betreut
matter-another = { $name } kümmert sich darum. Eine halbe Stunde lang entscheidet nur, wer es übernommen hat.
matter-above = Worauf es antwortet
matter-text = Der Text
matter-hidden = verborgen
matter-deleted = selbst zurückgenommen
matter-place = Ansehen, wo es steht
matter-quote-apart = Zitiert einen Beitrag, den Sie nicht lesen können.
matter-person = Wer es schrieb
matter-account-since = Konto seit { $when }
matter-all-of = Alles der letzten 24 Stunden verbergen
matter-reports = { $n ->
    [0] Meldungen
    [one] Eine Meldung
   *[other] { $n } Meldungen
}
matter-no-reports = Niemand hat es gemeldet.
matter-reporter-gone = Name vergessen
matter-secret = Die Namen der Meldenden bleiben hier: Wer gemeldet ist, sieht sie nie.
matter-earlier = Frühere Entscheidungen
matter-closed = Entschieden am { $when }.
matter-decision = Entscheidung lesen
matter-own = Es betrifft Sie, oder Sie haben es gemeldet: Jemand anderes entscheidet.
matter-decide = Entscheiden
matter-mine = Sie haben es
matter-take = Übernehmen
matter-action = Was Sie tun
matter-rule = Verletzte Regel
matter-facts = Sachverhalt
matter-facts-help = Liest, wer den Text schrieb. Tatsachen, keine Urteile. Nicht nötig bei „Nichts zu tun“.
removal-facts-help = Wer den Text geschrieben hat, liest dies und kann bei der Moderation Beschwerde einlegen. Fakten, keine Urteile.
removal-undone-reason = Wer den Text entfernt hatte, hat es sich anders überlegt: Er steht wieder an seinem Platz.
matter-days = Wie lange
matter-days-help = Für eingeschränkte oder gesperrte Konten.
matter-hide-too = Auch diesen Text verbergen
matter-send = Entscheiden und schreiben
toast-matter-taken = Übernommen: Eine halbe Stunde lang entscheiden Sie.
toast-decided = Entschieden. Wen es betrifft, erhält die Gründe.
toast-decision-undone = Zurückgenommen: Alles ist wie vorher.
error-matter-own = Es betrifft Sie, oder Sie haben es gemeldet: Jemand anderes entscheidet.
error-matter-closed = Jemand hat schon entschieden. So:
error-matter-taken = Jemand anderes kümmert sich darum.
error-decision-action = Wählen Sie, was zu tun ist.
error-decision-facts = Schreiben Sie, was geschehen ist: Wer den Text schrieb, hat ein Recht darauf.
error-decision-long = Höchstens { $max } Zeichen.
error-decision-days = Wählen Sie eine Dauer aus der Liste.
error-decision-suspended = Dieses Konto ist schon gesperrt.
error-decision-last = Dieses Konto kann nicht gesperrt werden: Sonst betreut niemand das System.
error-decision-over = Diese Entscheidung ist schon beendet.
decided-person = Betrifft { $name }
decided-by = Entschieden hat { $name }
decided-batch = zusammen mit anderen
decided-appeal = Zur Beschwerde
decided-undo = Entscheidung zurücknehmen
decided-undo-reason = Warum zurück
decided-undo-help = Liest, wen es betraf. Alles ist wie vorher.
decided-undo-send = Zurücknehmen
decided-back = Zurück zur Liste

# Viele auf einmal
batch-title = Viele Texte auf einmal verbergen
batch-lead = { $texts }, { $people }. Jede Person erhält die Gründe einmal. Ein Klick nimmt es zurück.
batch-texts = { $n ->
    [one] Ein Text
   *[other] { $n } Texte
}
batch-people = { $n ->
    [one] eine Person
   *[other] { $n } Personen
}
batch-nothing = Es gibt nichts zu verbergen. Texte von Seiten und Ihre eigenen bleiben außen vor.
batch-day = Auch alles, was dieselben Konten in den letzten 24 Stunden schrieben
batch-facts = Dieselbe Werbung, von mehreren Konten in wenigen Stunden wiederholt.
batch-facts-help = Liest jede Person, die einen dieser Texte schrieb.
batch-send = Alles verbergen
batch-hidden = { $done } von { $total } verborgen.
batch-back = { $done } von { $total } sind zurück.
batch-refresh = Ansehen, wie weit es ist
batch-undo = Alles zurücknehmen
batch-undone-reason = Es war ein Irrtum: Die Texte stehen wieder an ihrem Platz.
toast-batch = Los geht es: Die Texte verschwinden jetzt.
toast-batch-undone = Zurückgenommen: Die Texte kommen wieder an ihren Platz.
error-batch-empty = Es gibt nichts zu verbergen.

# Ausdrücke und Grenzen
office-moderation-rules = Moderationsregeln
rules-of-moderation-lead = Was ein Text durchläuft, bevor andere ihn lesen.
phrases-title = Ausdrücke
phrases-empty = Kein Ausdruck in der Liste.
phrase-words = Ausdruck
phrase-words-help = Großschreibung, Akzente, Leerzeichen und verkleidete Buchstaben ändern nichts.
phrase-effect = Wirkung
phrase-sentence = Satz für die Schreibenden
phrase-sentence-help = Ist er leer, nehmen wir unseren.
phrase-own-sentence = unserer
phrase-remove = Entfernen
phrase-add = Ausdruck hinzufügen
effect-hold = Anhalten: ein Mensch sieht es an
effect-warn = Einmal warnen
effect-refuse = Ablehnen
error-phrase-short = Schreiben Sie mindestens zwei Buchstaben.
error-phrase-long = Höchstens { $max } Zeichen.
error-phrase-known = Dieser Ausdruck steht schon da, vielleicht anders geschrieben.
limits-title = Grenzen
limits-lead = Null heißt keine Grenze. Neu sind Konten von Menschen, die sich noch nicht ausgewiesen haben.
limit-new-days = Tage, die ein Konto neu ist
limit-new-days-help = Wer sich ausgewiesen hat, ist nie neu.
limit-new-posts = Beiträge am Tag, für neue Konten
limit-new-posts-help = Darüber hinaus morgen.
limit-new-comments = Kommentare am Tag, für neue Konten
limit-new-comments-help = Darüber hinaus morgen.
limit-new-links = Links am Tag, für neue Konten
limit-new-links-help = Texte mit mehr Links warten auf Prüfung.
limit-new-pictures = Bilder am Tag, für neue Konten
limit-new-pictures-help = Darüber hinaus morgen.
limit-links = Links in einem Text, für alle
limit-links-help = Darüber hinaus wird der Text nicht veröffentlicht.
limit-burst = Texte in einer Minute, für alle
limit-burst-help = Wer schneller ist, wartet eine Minute.
limit-same = Wie oft dasselbe am Tag gesagt wird
limit-same-help = Kurze Texte wie „Danke!“ zählen nicht.
limits-save = Grenzen speichern
error-limit = Schreiben Sie eine Zahl von 0 bis { $most }.
error-screen-refused = { $sentence }Dieser Text enthält Wörter, die hier nicht veröffentlicht werden: „{ $words }“. Ändern Sie ihn und versuchen Sie es wieder.
error-screen-warned = { $sentence }Lesen Sie noch einmal („{ $words }“): Senden Sie es unverändert, veröffentlichen wir es.
error-screen-links = Zu viele Links: höchstens { $max } in einem Text.
error-screen-burst = Sie schreiben sehr schnell. Warten Sie eine Minute: Ihr Text ist noch da.
error-screen-same = Das haben Sie mit denselben Worten schon gesagt. Einmal genügt.
error-screen-posts = In den ersten { $days } Tagen können Sie { $max } Beiträge am Tag veröffentlichen. Versuchen Sie es morgen: Kopieren Sie den Text, wenn Sie ihn behalten wollen.
error-screen-comments = In den ersten { $days } Tagen können Sie { $max } Kommentare am Tag schreiben. Versuchen Sie es morgen.
error-screen-pictures = In den ersten { $days } Tagen können Sie { $max } Bilder am Tag veröffentlichen. Nehmen Sie einige weg.

# In Zahlen
figures-title = Die Moderation in Zahlen
figures-short = In Zahlen
figures-lead = Was gemeldet wird, was wir entscheiden, wie oft wir es uns anders überlegen. Ohne Namen.
figures-empty = Noch nichts
figures-empty-text = Niemand hat etwas gemeldet, und nichts wurde entschieden.
figures-month = Monat
figures-what = Was
figures-kind = Art
figures-number = Anzahl
figures-reports = Meldungen
figures-report = Gemeldet
figures-decisions = Entscheidungen
figures-decision = Entschieden
figures-appeals = Beschwerden
figures-settled = Entschiedene Beschwerden
figures-upheld = Stattgegebene Beschwerden
figures-median = Stunden bis zur Entscheidung (Hälfte der Fälle)
figures-detail = Im Einzelnen
figures-note = Gezählt wird im Monat, in dem es geschah, wie es die Verordnung (EU) 2022/2065 verlangt.

# Protokoll, persönliche Daten
act-moderation-taken = Meldung übernommen
act-moderation-read = vertraulicher Text von der Moderation gelesen
act-moderation-decided = Entscheidung der Moderation
act-moderation-undone = Entscheidung der Moderation zurückgenommen
act-moderation-appeal = Beschwerde entschieden
act-moderation-batch = viele Texte auf einmal verborgen
act-moderation-batch-undone = auf einmal verborgene Texte zurückgebracht
act-moderation-phrase-added = Ausdruck zur Moderation hinzugefügt
act-moderation-phrase-removed = Ausdruck aus der Moderation entfernt
act-moderation-limits = Grenzen der Moderation geändert
kept-moderation = Die Zahl des Entschiedenen bleibt, ohne Namen: Die öffentlichen Zahlen der Moderation brauchen sie.
processing-moderation-title = Moderation
processing-moderation-purpose = Die Regeln des Platzes wahren: Meldungen, Entscheidungen mit Gründen, Beschwerden.
processing-moderation-basis = DSGVO Art. 6 Abs. 1 Buchst. c und e: Verordnung (EU) 2022/2065, Art. 16, 17, 20.
processing-moderation-data = Meldungen und ihre Worte, Entscheidungen mit den Tatsachen, Beschwerden, Ausdrücke und Grenzen.
processing-moderation-people = Wer meldet, wer den Text schrieb, wer entscheidet.
processing-moderation-kept = Die Worte der Meldungen und wer sie schrieb: ein Jahr nach der Entscheidung. Entscheidungen: solange das Konto besteht, dann nur die Zahl.

# Briefe
mail-decision-subject = { $what }
mail-decision-text =
    Guten Tag { $name },

    { $what }. { $until }

    Was geschehen ist: { $facts }

    Die Regel: { $rule }

    Wenn Sie meinen, dass wir irren, können Sie bis { $appeal } um eine neue Prüfung bitten: Jemand anderes entscheidet. Alles steht hier:

    { $link }

    Der Platz von { $town }
mail-decision-undone-subject = Wir haben eine Entscheidung zurückgenommen
mail-decision-undone-text =
    Guten Tag { $name },

    die Entscheidung „{ $what }“ gilt nicht mehr, alles ist wie vorher. Der Grund: { $reason }

    { $link }

    Der Platz von { $town }
mail-report-acted-subject = Ihre Meldung
mail-report-acted-text =
    Guten Tag { $name },

    wir haben Ihre Meldung gelesen und eingegriffen. Danke.

    { $link }

    Der Platz von { $town }
mail-report-dismissed-subject = Ihre Meldung
mail-report-dismissed-text =
    Guten Tag { $name },

    wir haben Ihre Meldung gelesen. Die Regeln sind nach unserer Ansicht eingehalten, der Text bleibt. Danke trotzdem.

    { $link }

    Der Platz von { $town }
mail-appeal-upheld-subject = Sie hatten recht: Beschwerde stattgegeben
mail-appeal-upheld-text =
    Guten Tag { $name },

    jemand anderes hat alles noch einmal gelesen und gibt Ihrer Beschwerde statt: Alles ist wie vorher. Die Gründe: { $reasons }

    { $link }

    Der Platz von { $town }
mail-appeal-refused-subject = Ihre Beschwerde
mail-appeal-refused-text =
    Guten Tag { $name },

    jemand anderes hat alles noch einmal gelesen. Die Entscheidung bleibt. Die Gründe: { $reasons }

    { $link }

    Der Platz von { $town }

reporter-words-help = Sagen Sie, warum es Ihrer Meinung nach gegen die Regeln oder das Gesetz verstößt.
reporter-name = Vor- und Nachname
reporter-email = E-Mail
reporter-email-help = Wir schreiben Ihnen zweimal: wenn Ihre Meldung da ist und wenn wir entscheiden.
reporter-minors = Es geht um sexuellen Missbrauch von Kindern: Name und E-Mail sind nicht nötig.
reporter-faith = Nach bestem Wissen ist richtig und vollständig, was ich schreibe.
reporter-privacy = Name und E-Mail liest nur, wer entscheidet. Sechs Monate nach der Entscheidung löschen wir sie.
reporter-step-3 = Wir schreiben an { $email }, was daraus wurde.
reporter-back = Zurück
error-reporter-name = Schreiben Sie Ihren Namen.
error-reporter-faith = Bestätigen Sie, dass richtig und vollständig ist, was Sie schreiben.
matter-minors = Missbrauch von Kindern
matter-outside = ohne Konto
mail-reporter-received-subject = Ihre Meldung ist da
mail-reporter-received-text =
    Guten Tag,

    mit dieser Adresse hat jemand, vielleicht Sie, etwas auf der Piazza von { $town } gemeldet. Grund: { $reason }.
    Ein Mensch liest es, und wir schreiben Ihnen, was entschieden wird. Die Regeln:

    { $link }

    Die Piazza von { $town }
mail-reporter-acted-subject = Ihre Meldung
mail-reporter-acted-text =
    Guten Tag,

    ein Mensch hat gelesen, was Sie gemeldet haben, und wir haben eingegriffen. Danke.
    Wenn Sie mit der Entscheidung nicht einverstanden sind, können Sie sich an eine Stelle zur außergerichtlichen Streitbeilegung (Artikel 21 der Verordnung (EU) 2022/2065) oder an ein Gericht wenden. Die Regeln:

    { $link }

    Die Piazza von { $town }
mail-reporter-dismissed-subject = Ihre Meldung
mail-reporter-dismissed-text =
    Guten Tag,

    ein Mensch hat gelesen, was Sie gemeldet haben. Unserer Meinung nach sind die Regeln eingehalten, und es bleibt, wie es ist.
    Wenn Sie mit der Entscheidung nicht einverstanden sind, können Sie sich an eine Stelle zur außergerichtlichen Streitbeilegung (Artikel 21 der Verordnung (EU) 2022/2065) oder an ein Gericht wenden. Die Regeln:

    { $link }

    Die Piazza von { $town }
