# Der Rahmen
admin-title = Verwaltung
admin-menu = Menü der Verwaltung
admin-nav = Verwaltung
admin-nav-short = Verwaltung, kurzes Menü
admin-nav-town = Stadt
admin-nav-system = System
admin-work = Wie es läuft
admin-overview = Auf einen Blick
admin-people = Personen
admin-pages = Amtliche Seiten
admin-offices = Ämter und Zeiten
admin-clarity = Verständlichkeit der Seiten
admin-jobs = Aufgaben in der Warteschlange
admin-mail = Ausgehende Post
admin-audit = Protokoll der Handlungen
admin-actions = Aktionen
admin-show = Öffnen
admin-change = Ändern
admin-remove = Entfernen
admin-end = Beenden
admin-next = Weiter
admin-csv = Als CSV herunterladen
admin-state = Zustand
admin-any-state = Alle Zustände
admin-open = geöffnet
admin-closed = geschlossen
admin-closed-since = Seit { $when }.
admin-choose = Bitte wählen
admin-nobody = niemand
admin-name-words = Name
admin-filters-on = Aktive Filter
admin-filter-off = Filter entfernen
admin-empty-filtered = Nichts gefunden
admin-empty-filtered-text = Versuchen Sie es mit weniger Filtern oder einem kürzeren Wort.
admin-empty-all = Alles zeigen
admin-public-page = Öffentliche Seite ansehen
admin-position = Platz in der Liste
admin-position-help = Eine Zahl: Kleine stehen vorn. Ohne Zahl steht der Eintrag am Ende.
error-position = Geben Sie eine Zahl von 0 bis 9999 ein.
error-long = Zu lang: Bitte etwas kürzen.

# Auf einen Blick
admin-stuck = { $n ->
    [one] Eine Aufgabe wartet auf Sie.
   *[other] { $n } Aufgaben warten auf Sie.
}
admin-stuck-look = Ansehen, was passiert ist
admin-disk-low = Der Speicher ist fast voll.
admin-disk-low-text = Schaffen Sie Platz, bevor alles stehen bleibt.
admin-new-people = { $n ->
    [one] eine neue diese Woche
   *[other] { $n } neue diese Woche
}
admin-verified = Bestätigt
admin-suspended-count = { $n ->
    [one] eine gesperrt
   *[other] { $n } gesperrt
}
admin-staff = Mit einer Rolle
admin-staff-text = alle, die in den Ämtern arbeiten
admin-opinions = { $n ->
    [one] eine Meinung
   *[other] { $n } Meinungen
}
admin-jobs-waiting = Wartende Aufgaben
admin-jobs-running = { $n ->
    [one] eine läuft
   *[other] { $n } laufen
}
admin-jobs-dead = Gescheiterte Aufgaben
admin-jobs-verify = { $n ->
    [one] eine zu prüfen
   *[other] { $n } zu prüfen
}
admin-mail-dead = Nicht gesendete Briefe
admin-mail-waiting = { $n ->
    [one] einer wartet
   *[other] { $n } warten
}
admin-database = Datenbank
admin-disk = Freier Speicher
admin-disk-of = von { $whole }
admin-version = Version

# Personen
admin-people-filter = Personen filtern
admin-people-words = Name, Benutzername oder E-Mail
admin-people-count = { $n ->
    [one] Eine Person, nach Namen
   *[other] { $n } Personen, nach Namen
}
admin-people-empty = Noch niemand da
admin-people-empty-text = Wer sich registriert, erscheint hier. Sie können auch einladen.
admin-tier = Stufe
admin-any-tier = Alle Stufen
admin-tier-registered = registriert
admin-tier-verified = bestätigt
admin-state-active = aktiv
admin-state-invited = wartet auf Passwort
admin-state-suspended = gesperrt
admin-state-closed = geschlossen
admin-role = Rolle
admin-roles = Rollen
admin-any-role = Alle Rollen
admin-no-role = Keine Rolle
admin-citizen = keine Rolle
admin-since = Bei uns seit
admin-voice = Spricht als
admin-sessions = Geräte
admin-sessions-count = { $n ->
    [0] keine
    [one] ein angemeldetes Gerät
   *[other] { $n } angemeldete Geräte
}
admin-in-audit = Im Protokoll suchen
admin-invite = Person einladen
admin-invite-lead = Sie bereiten das Konto vor und wir senden einen Link: Das Passwort wählt, wer ihn bekommt.
admin-handle-help = Buchstaben ohne Akzente, Ziffern und Unterstriche. Später nicht mehr zu ändern.
admin-invite-email-help = Der Link geht hierhin und gilt sieben Tage.
admin-invite-role-help = Wenn Sie eine Rolle geben, wählen Sie auch das Amt.
admin-invite-send = Konto anlegen und Einladung senden
admin-invitation = Einladung
admin-invitation-text = Diese Person hat noch kein Passwort gewählt.
admin-invitation-again = Einladung noch einmal senden
error-has-password = Diese Person hat schon ein Passwort. Ist es verloren, lässt sich auf der Anmeldeseite ein neues wählen.
admin-office = Amt
admin-any-office = Alle Ämter
admin-no-office = Kein Amt
admin-from = Von
admin-until = Bis
admin-running = läuft
admin-roles-empty = Keine Rolle, weder jetzt noch früher.
admin-role-begin = Rolle vergeben
admin-role-begin-send = Die Rolle beginnt jetzt
admin-role-end-title = Endet die Rolle von { $name }?
admin-role-end-text = { $role }, { $office }. Danach ist mit dieser Rolle nichts mehr möglich. In der Geschichte bleibt sie.
admin-role-end-send = Rolle beenden
error-role = Wählen Sie eine Rolle.
error-office = Wählen Sie ein Amt aus der Liste.
error-last-system = Das ist die letzte Person, die das System verwaltet. Geben Sie die Rolle zuerst jemand anderem.
admin-verify = Identität
admin-verify-text = Wenn die Person vor Ihnen am Schalter steht, können Sie sie jetzt bestätigen.
admin-verify-document = Ich habe ein gültiges Dokument gesehen und der Name stimmt
admin-verify-send = Am Schalter bestätigen
admin-verified-text = Identität bestätigt. War es ein Fehler, nehmen Sie es zurück.
admin-unverify-send = Bestätigung zurücknehmen
error-document = Sehen Sie zuerst das Dokument an und haken Sie dann das Kästchen ab.
admin-suspend = Diese Person sperren
admin-suspend-text = Sie wird sofort überall abgemeldet und kann sich nicht mehr anmelden. Was sie schrieb, bleibt. Sie können es rückgängig machen.
admin-reason = Grund
admin-reason-help = Er bleibt im Protokoll. Schreiben Sie die Tatsachen in einer Zeile.
admin-suspend-send = Sperren
admin-suspended-title = Diese Person ist gesperrt
admin-reactivate-send = Wieder zulassen
error-reason = Nennen Sie den Grund.
error-reason-long = Höchstens 300 Zeichen.
error-suspend-self = Sie können sich nicht selbst sperren. Bitten Sie eine andere Person, die das System verwaltet.
toast-person-invited = Konto angelegt. Die Einladung geht gleich hinaus.
toast-invitation-sent = Die Einladung geht noch einmal hinaus.
toast-person-suspended = Person gesperrt und überall abgemeldet.
toast-person-reactivated = Die Person kann sich wieder anmelden.
toast-person-verified = Identität bestätigt.
toast-person-unverified = Bestätigung zurückgenommen.
toast-role-begun = Die Rolle hat begonnen.
toast-role-ended = Die Rolle ist beendet.

# Amtliche Seiten
admin-pages-filter = Seiten filtern
admin-pages-empty = Noch keine Seiten
admin-pages-empty-text = Eine Seite ist eine Stimme der Gemeinde: Legen Sie eine an.
admin-page-new = Neue Seite
admin-page-create = Seite anlegen
admin-page-handle = Name in der Adresse
admin-page-handle-help = Zum Beispiel polizia-locale. Bleibt es leer, nehmen wir den Namen. Später nicht mehr zu ändern.
admin-initials = Kürzel
admin-initials-help = Ein bis drei Buchstaben: Sie stehen im Kreis neben dem Namen.
admin-colour = Farbe des Kürzels
admin-colour-sea = Meer
admin-colour-terra = Terrakotta
admin-colour-sand = Sand
admin-page-bio = Vorstellung
admin-page-bio-help = Wer hier spricht und worüber, in ein bis zwei Sätzen.
admin-page-office = Amt hinter der Seite
admin-page-office-help = Die Seite zeigt seine Zeiten und Kontakte.
admin-cover = Zeichnung oben
admin-cover-golfo = Der Golf
admin-cover-porto = Der Hafen
admin-cover-mercato = Der Markt
admin-cover-duomo = Der Dom
admin-cover-chiostro = Der Kreuzgang
admin-cover-scaffali = Die Bücherregale
admin-cover-gronda-leone = Der Löwenkopf-Wasserspeier
admin-cover-acquedotto = Das Aquädukt
admin-cover-tempio = Der Tempel
admin-cover-villa-palmeri = Villa Palmeri
admin-cover-monte = Der Berg
admin-cover-carnevale = Der Karneval
admin-cover-corteo = Der Umzug
admin-cover-rogo = Das Feuer
admin-cover-navetta = Der Pendelbus
admin-cover-raccolta = Die Mülltrennung
admin-cover-lampione = Die Straßenlaterne
admin-cover-vento = Der Wind
admin-cover-ufficio = Das Amt
admin-cover-mappa = Die Karte
admin-page-close = Seite schließen
admin-page-close-title = { $name } schließen?
admin-page-close-text = Sie verschwindet aus den Listen und niemand spricht mehr für sie. Das Veröffentlichte bleibt. Sie können sie wieder öffnen.
admin-page-close-send = Ja, Seite schließen
admin-page-is-closed = Diese Seite ist geschlossen
admin-page-reopen = Seite wieder öffnen
error-page-name = Der Name hat 2 bis 80 Zeichen.
error-page-handle = Verwenden Sie kleine Buchstaben ohne Akzente, Ziffern und Bindestriche, 2 bis 60.
error-page-handle-taken = Es gibt schon eine Seite mit diesem Namen in der Adresse.
error-initials = Geben Sie ein bis drei Buchstaben ein.
error-page-bio = Höchstens 300 Zeichen.
error-colour = Wählen Sie eine Farbe aus der Liste.
error-cover = Wählen Sie eine Zeichnung aus der Liste.
admin-editors = Wer spricht
admin-editors-title = Wer als diese Seite spricht
admin-editors-help = Nach außen steht der Name der Seite. Im Protokoll steht, wer geschrieben hat.
admin-editors-empty = Noch niemand: Fügen Sie die erste Person hinzu.
admin-editor-rights = Was { $name } darf
admin-may-publish = Veröffentlicht Beiträge
admin-may-reply = Beantwortet Kommentare
admin-editor-add = Person hinzufügen
admin-editor-add-send = Hinzufügen
admin-editor-who = Benutzername oder E-Mail
admin-editor-who-help = Einer Person, die schon ein Konto hat.
admin-editor-end-title = { $name } entfernen?
admin-editor-end-text = { $name } spricht nicht mehr als { $page }. Das Veröffentlichte bleibt.
admin-editor-end-send = Ja, entfernen
error-nobody = Wir finden niemanden mit diesem Benutzernamen oder dieser E-Mail.
error-person-suspended = Diese Person ist gesperrt: Lassen Sie sie zuerst wieder zu.
error-rights = Wählen Sie mindestens eine Sache, die erlaubt ist.
toast-page-closed = Die Seite ist geschlossen. Sie können sie hier wieder öffnen.
toast-page-reopened = Die Seite ist wieder offen.
toast-editor-added = Die Person kann jetzt als diese Seite sprechen.
toast-editor-changed = Gespeichert: Die neuen Rechte gelten sofort.
toast-editor-removed = Die Person spricht nicht mehr als diese Seite.

# Ämter
admin-offices-filter = Ämter filtern
admin-offices-empty = Noch keine Ämter
admin-offices-empty-text = Rollen gibt es in einem Amt: Legen Sie das erste an.
admin-office-new = Neues Amt
admin-office-create = Amt anlegen
admin-office-slug = Name in der Adresse
admin-office-slug-help = Zum Beispiel lavori-pubblici. Bleibt es leer, nehmen wir den Namen. Später nicht mehr zu ändern.
admin-office-kind = Art
admin-any-kind = Alle Arten
admin-kind-ordinary = Amt
admin-kind-public-relations = Bürgerbüro (URP)
admin-kind-political = politisches Amt
admin-office-purpose = Was es tut
admin-office-purpose-help = In einem Satz, mit den Worten derer, die es suchen.
admin-office-parent = Übergeordnetes Amt
admin-no-parent = Keines
admin-members = Rollen
admin-head-help = Benutzername oder E-Mail der Leitung.
admin-hours-help = Eine Zeile am Tag, zum Beispiel 9:00–13:30, 15–17. Leer heißt geschlossen.
admin-day-1 = Montag
admin-day-2 = Dienstag
admin-day-3 = Mittwoch
admin-day-4 = Donnerstag
admin-day-5 = Freitag
admin-day-6 = Samstag
admin-day-7 = Sonntag
admin-office-close = Amt schließen
admin-office-close-title = { $name } schließen?
admin-office-close-text = Es verschwindet aus den öffentlichen Listen. Seine Geschichte bleibt. Sie können es wieder öffnen.
admin-office-close-send = Ja, Amt schließen
admin-office-is-closed = Dieses Amt ist geschlossen
admin-office-reopen = Amt wieder öffnen
error-office-name = Der Name hat 2 bis 100 Zeichen.
error-slug = Verwenden Sie kleine Buchstaben ohne Akzente, Ziffern und Bindestriche, 2 bis 60.
error-slug-taken = Es gibt schon ein Amt mit diesem Namen in der Adresse.
error-kind = Wählen Sie eine Art aus der Liste.
error-phone = In der Telefonnummer nur Ziffern, Leerzeichen, + und - verwenden.
error-office-circle = Ein Amt kann nicht unter sich selbst stehen. Wählen Sie ein anderes.
error-office-staffed = Hier hat noch jemand eine Rolle. Beenden Sie diese Rollen zuerst.
error-office-above = Unter diesem Amt stehen andere. Verschieben Sie diese zuerst.
error-hours-shape = „{ $piece }“ ist keine Zeitspanne. Schreiben Sie zum Beispiel 9:00–13:30.
error-hours-time = „{ $piece }“ ist keine Uhrzeit. Schreiben Sie zum Beispiel 9 oder 9:30.
error-hours-order = In „{ $piece }“ wird vor dem Öffnen geschlossen.
error-hours-overlap = „{ $piece }“ beginnt, bevor die vorige Zeit endet.
error-hours-many = Höchstens sechs Zeitspannen am Tag.
toast-office-closed = Das Amt ist geschlossen. Sie können es hier wieder öffnen.
toast-office-reopened = Das Amt ist wieder offen.

# Aufgaben
admin-jobs-lead = Was das System von selbst tut: Briefe, Aufräumen, Verzeichnisse. Wenn etwas scheitert, sehen Sie hier den Grund.
admin-jobs-filter = Aufgaben filtern
admin-jobs-words = Wörter im Fehler
admin-jobs-empty = Keine Aufgaben
admin-jobs-empty-text = Wenn das System etwas zu tun hat, erscheint es hier.
admin-recurring = Wiederkehrende Aufgaben
admin-recurring-empty = Die erste Runde hat noch nicht begonnen.
job-number = Nummer
job-kind = Was
job-queued = Eingereiht
job-next = Nächstes Mal
job-last = Letztes Mal
job-never = nie
job-finished = Beendet
job-tries = Versuche
job-tries-most = Versuche höchstens
job-error = Fehler
job-waiting = wartet
job-running = läuft
job-done = erledigt
job-dead = gescheitert
job-verify = zu prüfen
job-soon = Start: { $when }.
job-again = Nicht gelungen, neuer Versuch: { $when }. Versuche bisher: { $tries }.
job-now = Daran wird gerade gearbeitet.
job-over = Beendet: { $when }.
job-gave-up = Nicht gelungen und aufgegeben. Versuche: { $tries }.
job-look = Wir wissen nicht, ob es geklappt hat: Bitte prüfen.
job-retry = Jetzt noch einmal versuchen
job-retry-title = Noch einmal versuchen?
job-retry-text = Beheben Sie zuerst die Ursache. Dann beginnt die Aufgabe von vorn.
job-retry-verify = Prüfen Sie zuerst, ob es schon geschehen ist: Sonst geschieht es vielleicht zweimal.
job-not-dead = Diese Aufgabe steht nicht still: Sie läuft wieder oder ist beendet.
job-kind-mail-send = Brief senden
job-kind-jobs-sweep = Erledigte Aufgaben vergessen
job-kind-identity-sweep = Abgelaufene Anmeldungen und Anfragen vergessen
job-kind-social-collect = Bilder ohne Beitrag entfernen
job-kind-social-sweep = Entfernte Beiträge endgültig löschen

# Post
mail-waiting = Warten
mail-sent = Gesendet
mail-sent-text = in den letzten zwei Wochen
mail-dead = Nicht gesendet
mail-list = Briefe
mail-filter = Briefe filtern
mail-probe-title = Kommt Post an?
mail-probe-text-page = Wir senden einen Probebrief an { $email }, von { $sender }.
mail-to-folder = Zurzeit werden Briefe nicht gesendet: Sie landen zum Ausprobieren in einem Ordner.
mail-probe-send = Probebrief senden
admin-mail-empty = Noch keine Briefe
admin-mail-empty-text = Bestätigungen, Passwörter, Einladungen: Wenn sie hinausgehen, erscheinen sie hier.
mail-probe-subject = Probe: Post kommt an

# Protokoll
admin-audit-lead = Wer was wann getan hat und wie es vorher war. Zeilen kommen nur hinzu.
admin-audit-filter = Protokoll filtern
admin-audit-words = Name der handelnden Person oder der Sache
admin-any-act = Alle Handlungen
admin-audit-empty = Das Protokoll ist leer
admin-audit-empty-text = Die erste Handlung erscheint hier.
audit-when = Wann
audit-who = Wer
audit-voice = Als Seite
audit-as = als { $voice }
audit-address = Netzadresse
audit-act = Handlung
audit-act-word = Handlung, Kurzwort
audit-kind = Art der Sache
audit-number = Nummer
audit-subject = Woran
audit-before = Vorher
audit-after = Nachher
audit-change = Was sich änderte
audit-change-show = Zeigen
act-person-signed-up = hat sich registriert
act-person-added = Konto angelegt
act-person-invited = Einladung
act-person-invitation-sent = Einladung erneut gesendet
act-person-renamed = Name geändert
act-person-password-changed = Passwort geändert
act-person-password-reset = neues Passwort nach Verlust
act-person-suspended = Sperre
act-person-reactivated = wieder zugelassen
act-person-verified = am Schalter bestätigt
act-person-unverified = Bestätigung zurückgenommen
act-membership-begun = Rolle begonnen
act-membership-ended = Rolle beendet
act-page-created = Seite angelegt
act-page-changed = Seite geändert
act-page-closed = Seite geschlossen
act-page-reopened = Seite wieder geöffnet
act-editor-added = darf als Seite sprechen
act-editor-changed = Rechte geändert
act-editor-removed = spricht nicht mehr als Seite
act-office-created = Amt angelegt
act-office-changed = Amt geändert
act-office-closed = Amt geschlossen
act-office-reopened = Amt wieder geöffnet
act-job-retried = Aufgabe erneut versucht
act-mail-probed = Probebrief
act-post-published = Beitrag veröffentlicht
act-post-edited = Beitrag geändert
act-post-deleted = Beitrag gelöscht
act-post-restored = Beitrag wiederhergestellt
act-comment-published = Kommentar veröffentlicht
act-comment-edited = Kommentar geändert
act-comment-deleted = Kommentar gelöscht
act-comment-restored = Kommentar wiederhergestellt

# Verständlichkeit
clarity-total = Im Mittel { $mean } von 5 Sternen, { $opinions }.
clarity-by-page = Seite für Seite
clarity-latest = Die neuesten Worte
clarity-filter = Seiten filtern
clarity-page-words = Teil der Adresse
clarity-page = Seite
clarity-mean = Mittel
clarity-opinions = Meinungen
clarity-read = Lesen
clarity-stars = Sterne
clarity-any-stars = Alle
clarity-reason = Antwort
clarity-words = Worte
clarity-day = Tag
clarity-words-filter = Meinungen filtern
clarity-words-words = Worte oder Seite
admin-clarity-empty = Noch keine Meinungen
admin-clarity-empty-text = Am Ende jeder öffentlichen Seite steht die Frage: Die Antworten kommen hier an.
clarity-words-empty = Noch keine Worte
mail-probe-text =
    Guten Tag { $name },

    das ist der Probebrief, den Sie in der Verwaltung des Platzes von { $town } angefordert haben.
    Wenn Sie ihn lesen, kommt Post an.

    { $link }

    Der Platz von { $town }
mail-invite-subject = Ihr Konto ist bereit: Wählen Sie ein Passwort
mail-invite-text =
    Guten Tag { $name },

    die Gemeinde { $town } hat für Sie ein Konto auf ihrem Platz im Netz angelegt.
    Öffnen Sie diese Seite und wählen Sie Ihr Passwort:

    { $link }

    Der Link gilt sieben Tage und nur einmal. Ist er abgelaufen, fordern Sie auf der Anmeldeseite einen neuen an.

    Der Platz von { $town }
