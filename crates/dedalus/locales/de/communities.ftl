# Gemeinschaften, Folgen, der eigene Platz, Blockierungen
nav-communities = Gemeinschaften
search-kind-community = Gemeinschaft
nav-my-square = Mein Platz
nav-followed = Was ich lese
nav-followers = Wer mir folgt
nav-blocks = Blockiert und stumm
follow = Folgen
follow-end = Sie folgen: beenden
follow-asked = Angefragt: zurückziehen
follow-stop = Nicht mehr folgen
follow-waiting = wartet auf Antwort
followers-count = { $n ->
    [one] eine Person folgt
   *[other] { $n } Personen folgen
}
followed-title = Was ich lese
followed-lead = Jeder Beitrag von dem, was Sie lesen, kommt auf Ihren Platz, das Neueste zuerst.
followed-filter = Filtern, was Sie lesen
followed-kind = Art
followed-any = Alles
followed-person = Personen
followed-page = Seiten der Stadt
followed-community = Gemeinschaften
followed-tag = Themen
followed-office = Ämter
followed-empty = Hier ist nichts
followed-empty-text = Drücken Sie «Folgen» bei einer Person, Seite, Gemeinschaft, einem Thema oder Amt.
askings-title = Wer mir folgt
askings-private = Ihr Profil ist privat: Wer Ihnen folgen möchte, fragt erst.
askings-open = Ihr Profil ist offen: Jeder kann Ihnen folgen.
askings-change = Im Profil ändern
askings-waiting = Anfragen
askings-none = Niemand wartet auf Antwort.
asking-accept = Annehmen
asking-refuse = Ablehnen
followers-title = Ihnen folgen
followers-none = Noch folgt Ihnen niemand.
follower-remove = Entfernen
person-more = Mehr
person-private = privates Profil
person-closed = Dieses Profil ist privat
person-closed-text = { $name } zeigt Beiträge nur angenommenen Lesern.
person-apart = Dieses Profil ist nicht verfügbar
person-apart-mine = Sie haben diese Person blockiert: Sie lesen nichts voneinander.
profile-private = Privates Profil
profile-private-text = Nur angenommene Leser lesen Ihre Beiträge. Kommentare bleiben sichtbar.
mute = Stummschalten
mute-lift = Stummschaltung aufheben
block = Blockieren
block-lift = Entsperren
block-question = { $name } blockieren?
block-text = Sie lesen nichts mehr voneinander und folgen einander nicht mehr. Wir sagen es der Person nicht.
block-text-mute = Wenn Sie nur ihre Beiträge nicht in Ihren Listen wollen, schalten Sie stumm.
block-send = Blockieren
blocks-title = Blockiert und stumm
blocks-lead = Wen Sie blockieren, der liest nichts von Ihnen und Sie nichts von ihm. Wen Sie stummschalten, der fehlt in Ihren Listen.
blocked-title = Blockierte Personen
blocked-none = Sie haben niemanden blockiert.
muted-title = Stumme Personen
muted-none = Sie haben niemanden stummgeschaltet.
shared-by = Geteilt von { $name }
square-title = Mein Platz
square-lead = Was die Personen, Seiten und Gemeinschaften sagen, denen Sie folgen.
square-reload = Nach Neuem sehen
square-new = { $n ->
    [one] Ein neuer Beitrag
   *[other] { $n } neue Beiträge
}
square-new-many = Mehr als 20 neue Beiträge
square-empty = Ihr Platz ist noch leer
square-empty-text = Folgen Sie einer Seite, Person oder Gemeinschaft: Was sie sagt, kommt hierher.
home-mine = Mein Platz
home-mine-all = Mein ganzer Platz
communities-title = Gemeinschaften
communities-lead = Menschen rund um ein Thema des Ortes. Kommen Sie herein, lesen und reden Sie mit.
communities-filter = Gemeinschaften filtern
communities-words = Nach Namen suchen
communities-any-topic = Alle Themen
communities-all = Alle Gemeinschaften
communities-mine = Meine Gemeinschaften
communities-invited = Sie sind eingeladen
communities-empty = Keine Gemeinschaft
communities-empty-text = Versuchen Sie andere Wörter oder gründen Sie selbst eine.
communities-count = { $n ->
    [one] Eine Gemeinschaft
   *[other] { $n } Gemeinschaften
}
community-new = Eine Gemeinschaft gründen
community-make = Gemeinschaft gründen
community-settings = Einstellungen
community-topic = Thema
community-topic-choose = Thema wählen
topic-culture = Kultur und Feste
topic-sport = Sport und Natur
topic-family = Familie und Schule
topic-quarter = Viertel
topic-trade = Handel und Arbeit
topic-environment = Umwelt und Verkehr
topic-help = Nachbarschaftshilfe
topic-other = Anderes
community-open = Offen
community-listed = Auf Anfrage
community-secret = Geheim
community-open-text = Jeder liest sie; Mitglieder schreiben, und wer ein Profil hat, tritt sofort bei.
community-listed-text = Alle finden sie; nur Mitglieder lesen und schreiben. Wer beitreten will, fragt.
community-secret-text = Nur Mitglieder und Eingeladene wissen von ihr.
community-any-kind = Alle Arten
community-kind = Wer sie findet und liest
community-kind-change = Wenn Sie das ändern, ändert sich sofort, wer Geschriebenes liest.
community-name-help = Zwei, drei Wörter, die sagen, worum es geht.
community-address = Name in der Adresse
community-address-help = Buchstaben, Ziffern und «_», zum Beispiel termini_rad. Nicht mehr änderbar.
community-purpose = Warum es sie gibt
community-purpose-help = Ein, zwei Sätze: für wen sie ist und was man dort tut.
community-place = Ort
community-place-help = Wenn sie zu einem Viertel, einer Straße, einem Strand gehört.
community-rules = Regeln
community-rules-help = Wenige und klare. Sie ergänzen die Regeln des Platzes. Listen und Fettschrift sind möglich.
community-verified-first = Erst müssen wir wissen, wer Sie sind
community-verified-text = Gemeinschaften gründet, wer mit SPID, CIE oder am Schalter geprüft ist: Jemand muss für den Ort einstehen.
community-verified-how = So geht die Prüfung
community-in = in
community-members-only = nur Mitglieder
community-members = Mitglieder
community-posts = Beiträge
community-members-count = { $n ->
    [one] Ein Mitglied
   *[other] { $n } Mitglieder
}
community-posts-count = { $n ->
    [one] Ein Beitrag
   *[other] { $n } Beiträge
}
community-lively = letzter Beitrag { $when }
community-state-open = Aktiv
community-state-asleep = Schläft
community-state-closed = Geschlossen
community-asleep = Diese Gemeinschaft schläft.
community-asleep-text = Seit einem Jahr schreibt niemand: Man kann lesen; zum Schreiben muss sie wecken, wer sie betreut.
community-wake = Wecken
community-asking = { $n ->
    [one] Eine Person möchte beitreten
   *[other] { $n } Personen möchten beitreten
}
community-closed-door = Hier lesen Mitglieder
community-closed-door-text = Fragen Sie an: Wer die Gemeinschaft betreut, antwortet.
community-ask = Beitritt anfragen
community-ask-words = Ein paar Worte über Sie
community-ask-send = Anfrage senden
community-ask-no-more = Anfrage zurückziehen
community-you-asked = Sie haben angefragt
community-you-banned = Sie wurden ausgeschlossen.
community-accept = Einladung annehmen
community-decline = Einladung ablehnen
community-join = Beitreten
community-join-sign-in = Zum Beitreten anmelden
community-write = Der Gemeinschaft schreiben
community-leave = Gemeinschaft verlassen
community-leave-question = { $name } verlassen?
community-leave-text = Was Sie geschrieben haben, bleibt. Sie können wie alle anderen zurückkommen.
community-leave-last = Sie sind die letzte Person: Die Gemeinschaft schläft ein.
community-successor = Wer sie nach Ihnen betreut
community-successor-help = Nur Sie betreuen sie: Wählen Sie, wer weitermacht.
community-successor-choose = Person wählen
community-talk = Gespräch
community-kept = Oben
community-kept-here = oben in der Gemeinschaft
community-keep = 7 Tage oben halten
community-unkeep = Von oben nehmen
community-empty = Noch keine Beiträge
community-empty-text = Wer fängt an?
community-aside = Über die Gemeinschaft
community-keepers = Wer sie betreut
community-people = Personen
community-people-all = Alle Personen
community-people-of = Personen von { $name }
community-people-filter = Personen suchen
community-people-none = Niemand mit diesem Namen.
community-moderator = Moderator
community-promote = Zum Moderator machen
community-demote = Zum Mitglied machen
community-invite = Person einladen
community-invite-help = Der Nickname, zum Beispiel @anna_rossi.
community-invite-send = Einladen
community-invite-back = Einladung zurückziehen
community-invited = Eingeladen
community-banned = Ausgeschlossen
community-readmit = Wieder zulassen
community-away = Ausschließen
community-away-question = { $name } ausschließen?
community-away-text = Die Person gehört nicht mehr zu { $name }. Der Grund bleibt festgehalten.
community-ban = Für immer
community-ban-help = Keine Rückkehr, bis die Betreuung es sich anders überlegt.
community-reason = Grund
community-reason-help = Ein klarer Satz.
community-files = Dateien
community-files-of = Dateien von { $name }
community-files-all = Alle Dateien
community-files-none = Noch keine Dateien
community-files-none-text = Protokolle, Plakate, Listen: was man wiederfinden will.
community-file = Datei
community-file-add = Datei hinzufügen
community-file-help = PDF, Bild oder Bürodokument, bis 20 MB.
community-file-name = Wie sie heißt
community-file-name-help = Zum Beispiel: Protokoll vom 12. Februar.
community-file-send = Hochladen
community-file-kind = Art
community-file-by = Von wem
community-file-remove = Entfernen
community-file-question = «{ $name }» entfernen?
community-file-question-text = Niemand kann sie mehr herunterladen.
community-close = Schließen
community-reopen = Wieder öffnen
community-close-question = { $name } schließen?
community-close-text = Niemand findet oder liest sie mehr, auch Mitglieder nicht. Sie kann wieder geöffnet werden.
admin-communities = Gemeinschaften
act-keep-communities = Gemeinschaften schließen und öffnen
post-community = Wo
post-community-none = Auf dem Platz · alle lesen
post-community-help = Auf dem Platz oder in einer Ihrer Gemeinschaften.
post-readers-everyone = alle lesen
post-readers-members = nur Mitglieder
post-members = Nur Mitglieder von { $name } lesen es
post-public-in = Öffentlich: jeder liest es, in { $name }
post-public-unless = Öffentlich: jeder liest es, außer Sie wählen eine Gemeinschaft nur für Mitglieder
post-followers = Nur wer Ihnen folgt, liest es: Ihr Profil ist privat
post-followers-of = Nur wer { $name } folgt, liest es
post-followers-short = nur wer folgt
toast-followed = Sie folgen jetzt
toast-unfollowed = Sie folgen nicht mehr
toast-follow-asked = Anfrage gesendet
toast-follow-accepted = Die Person folgt Ihnen jetzt
toast-blocked = Person blockiert
toast-muted = Person stummgeschaltet
toast-block-lifted = Erledigt: alles wie vorher
toast-community-made = Gemeinschaft gegründet
toast-community-joined = Sie gehören jetzt dazu
toast-community-asked = Anfrage gesendet
toast-community-invited = Einladung gesendet
toast-community-left = Sie haben die Gemeinschaft verlassen
toast-community-woken = Die Gemeinschaft ist wach
toast-community-closed = Gemeinschaft geschlossen
toast-community-reopened = Gemeinschaft wieder geöffnet
toast-post-members = Veröffentlicht. Mitglieder der Gemeinschaft lesen es.
toast-post-followers = Veröffentlicht. Wer Ihnen folgt, liest es.
toast-post-kept = Der Beitrag steht oben
error-post-community = Wählen Sie eine wache Gemeinschaft, der Sie angehören.
error-post-community-page = Eine Seite spricht zur ganzen Stadt: Lassen Sie «Auf dem Platz».
error-comment-members = Hier antworten nur Mitglieder der Gemeinschaft.
error-community-asleep = Die Gemeinschaft schläft: Wer sie betreut, muss sie wecken.
error-community-moderator = Die Gemeinschaft braucht einen Moderator: Ernennen Sie erst einen anderen.
error-community-verified = Lassen Sie sich erst mit SPID, CIE oder am Schalter prüfen.
error-community-purpose = Sagen Sie in 10 bis 300 Zeichen, warum es sie gibt.
error-community-place = Höchstens 80 Zeichen.
error-community-rules = Höchstens 5.000 Zeichen.
error-community-kind = Wählen Sie, wer sie findet und liest.
error-community-topic = Wählen Sie ein Thema.
error-community-person = Wir finden niemanden mit diesem Nickname.
error-community-member = Gehört schon dazu.
error-community-banned = Wurde ausgeschlossen: Erst wieder zulassen.
error-community-successor = Wählen Sie, wer die Gemeinschaft nach Ihnen betreut.
error-community-reason = Schreiben Sie den Grund, 5 bis 500 Zeichen.
error-community-days = 1 bis 90 Tage.
error-community-file-name = Geben Sie einen Namen mit 2 bis 120 Zeichen an.
error-community-file-none = Wählen Sie eine Datei.
error-community-file-large = Die Datei ist größer als 20 MB.
error-community-file-kind = Diese Art Datei geht nicht. Möglich sind PDF, JPG, PNG, Word, Excel, PowerPoint, OpenDocument und RTF.
error-community-file-again = Wählen Sie die Datei noch einmal.
act-community-made = Gemeinschaft gegründet
act-community-changed = Gemeinschaft geändert
act-community-role = Rolle in einer Gemeinschaft vergeben
act-community-sent-away = Person aus einer Gemeinschaft gewiesen
act-community-banned = Person aus einer Gemeinschaft ausgeschlossen
act-community-readmitted = Person in einer Gemeinschaft wieder zugelassen
act-community-woken = Gemeinschaft geweckt
act-community-post-kept = Beitrag nach oben gesetzt
act-community-post-released = Beitrag von oben genommen
act-community-file-removed = Datei aus einer Gemeinschaft entfernt
act-community-closed = Gemeinschaft geschlossen
act-community-reopened = Gemeinschaft wieder geöffnet
job-kind-social-sleep = Stille Gemeinschaften schlafen legen
job-kind-social-opened = Wartende eines nun offenen Profils annehmen
mail-community-away-subject = Sie gehören nicht mehr zu „{ $community }“
mail-community-away-text =
    Guten Tag { $name },

    wer die Gemeinschaft „{ $community }“ betreut, hat Sie ausgeschlossen. Der Grund: { $reason }

    Die Regeln des Platzes:

    { $link }

    Der Platz von { $town }
mail-community-closed-subject = Die Gemeinschaft „{ $community }“ wurde geschlossen
mail-community-closed-text =
    Guten Tag { $name },

    die Gemeinde hat die Gemeinschaft „{ $community }“ geschlossen, die Sie betreuen. Der Grund: { $reason }

    Die Regeln des Platzes:

    { $link }

    Der Platz von { $town }
