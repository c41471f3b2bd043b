# Gesten
like = Gefällt mir
like-count = { $n ->
    [one] Gefällt einer Person
   *[other] Gefällt { $n } Personen
}
share = Teilen
share-count = { $n ->
    [one] einmal geteilt
   *[other] { $n } Mal geteilt
}
bookmark = Merken
bookmarked = Gemerkt
likers-title = Wem es gefällt
likers-empty = Noch niemandem.
likers-unseen = Diese Personen werden Ihnen nicht gezeigt.
error-share-not-public = Teilen lässt sich nur, was alle lesen dürfen.

# Lesezeichen
bookmarks-title = Lesezeichen
bookmarks-lead = Was Sie sich gemerkt haben. Nur Sie sehen es.
bookmarks-search = In den Lesezeichen suchen
bookmarks-find = Suchen
bookmarks-empty = Sie haben sich noch nichts gemerkt
bookmarks-empty-text = Unter jedem Beitrag steht „Merken“: hier finden Sie ihn wieder.
bookmarks-none = Nichts mit diesen Wörtern
bookmarks-none-text = Versuchen Sie es mit einem einzigen Wort, oder sehen Sie alle Lesezeichen an.
bookmarks-all = Alle Lesezeichen

# Themen
tags-title = Themen
tags-lead = Worüber die Piazza in den letzten dreißig Tagen gesprochen hat.
tags-uses = { $n ->
    [one] ein Beitrag
   *[other] { $n } Beiträge
}
tags-empty = Noch keine Themen
tags-empty-text = Setzen Sie eine Raute vor ein Wort, etwa #meer, und das Thema entsteht.
tag-lead = Beiträge zu diesem Thema, die neuesten zuerst.
tag-empty = Hier ist noch nichts
tag-empty-text = Schreiben Sie #{ $name } in einen Beitrag: er erscheint dann hier.

# Hinweis und Sprache
post-language = Sprache des Beitrags
post-warning = Inhaltshinweis
post-warning-help = Freiwillig. Mit einem Hinweis sieht man zuerst nur ihn; den Text öffnet, wer will.
warning-show = Zeigen oder verbergen
error-warning-long = Der Hinweis darf höchstens { $max } Zeichen haben.

# Umfragen
poll-title = Umfrage
poll-closed = Die Umfrage ist beendet
poll-add = Umfrage hinzufügen
poll-add-help = Zwei bis sechs Antworten. Nach dem Veröffentlichen lassen sie sich nicht ändern.
poll-option = Antwort { $n }
poll-multiple = Mehrere Antworten sind möglich
poll-last-day = Letzter Tag der Abstimmung
poll-last-day-help = Wenn Sie nichts angeben, dauert die Abstimmung eine Woche.
poll-one = Wählen Sie eine Antwort
poll-several = Wählen Sie eine oder mehrere Antworten
poll-once = Sie stimmen einmal ab. Niemand sieht, was Sie gewählt haben.
poll-vote = Abstimmen
poll-sign-in = Anmelden und abstimmen
poll-results = Ergebnis der Umfrage
poll-answer = Antwort
poll-votes = Stimmen
poll-share = Anteil
poll-mine = Ihre Wahl
poll-votes-count = { $n ->
    [one] eine Stimme
   *[other] { $n } Stimmen
}
poll-voters = { $n ->
    [0] Noch niemand hat abgestimmt
    [one] Eine Person hat abgestimmt
   *[other] { $n } Personen haben abgestimmt
}
poll-until = Abstimmung bis { $when }
poll-ended = beendet { $when }
poll-several-note = Die Anteile gelten für alle, die abgestimmt haben: bei mehreren Antworten ergeben sie mehr als 100.
toast-voted = Ihre Stimme wurde gezählt.
error-poll-few = Es braucht mindestens { $min } Antworten.
error-poll-many = Es dürfen höchstens { $max } Antworten sein.
error-poll-long = Jede Antwort darf höchstens { $max } Zeichen haben.
error-poll-same = Zwei Antworten sind gleich.
error-poll-until = Wählen Sie einen Tag von heute bis in einem Jahr.
error-vote-none = Wählen Sie eine Antwort.
error-vote-again = Sie haben schon abgestimmt. Man stimmt einmal ab.
error-vote-closed = Die Umfrage ist beendet.

# Wer antworten darf
post-replies-verified = Nur wer sich ausgewiesen hat
post-replies-community = Nur Mitglieder der Gemeinschaft
post-replies-approval = Alle Angemeldeten, aber ich lese zuerst
comments-verified = Hier antwortet, wer sich ausgewiesen hat.
comments-community = Hier antworten Mitglieder der Gemeinschaft.
comments-approval = Kommentare erscheinen, sobald die Verfasserin oder der Verfasser sie gelesen hat.
error-comment-verified = Hier antwortet nur, wer sich ausgewiesen hat.
error-comment-community = Hier antworten nur Mitglieder der Gemeinschaft.

# Wartende Kommentare
waiting-title = Kommentare zur Freigabe
waiting-lead = Bis Sie sie freigeben, sieht sie nur, wer sie geschrieben hat.
waiting-empty = Kein Kommentar wartet
waiting-empty-text = Wenn jemand kommentiert, finden Sie es hier.
waiting-back = Zurück zum Beitrag
waiting-count = { $n ->
    [one] Ein Kommentar wartet auf Ihre Freigabe
   *[other] { $n } Kommentare warten auf Ihre Freigabe
}
waiting-approve = Freigeben
waiting-refuse = Nicht freigeben
waiting-approve-all = Alle freigeben
comment-waits = Wartet
comment-waits-text = Vorerst sehen nur Sie ihn: die Freigabe steht noch aus.
comment-will-wait = Ihr Kommentar erscheint nach der Freigabe.
comment-refused = Ihr Kommentar wurde nicht freigegeben.
toast-comment-held = Kommentar gesendet. Er erscheint nach der Freigabe.
toast-approved = Freigegeben.
toast-refused = Nicht freigegeben: er erscheint nicht.
act-comment-approved = Kommentar freigegeben
act-comment-refused = Kommentar nicht freigegeben

# Entwürfe
draft-waits = Sie haben einen Entwurf: { $when }
draft-resume = Weiterschreiben
draft-discard = Verwerfen
draft-keep = Entwurf speichern
draft-kept = Entwurf gespeichert
toast-draft-kept = Entwurf gespeichert. Sie finden ihn hier, auch von einem anderen Gerät aus.
toast-draft-gone = Entwurf verworfen.

# Gespräch
comment-unfold = Alles lesen
comment-quote = Zitieren
comment-goes-on = Das Gespräch fortsetzen
comments-whole = Das ganze Gespräch
post-quote = Zitieren
quote-of = Zitierter Beitrag
error-quote-gone = Den zitierten Beitrag gibt es nicht mehr, oder Sie dürfen ihn nicht lesen.
sort-label = Reihenfolge der Kommentare
sort-oldest = Älteste zuerst
sort-newest = Neueste zuerst
sort-liked = Beliebteste
live-new = { $n ->
    [one] Eine neue Antwort: lesen
   *[other] { $n } neue Antworten: lesen
}
