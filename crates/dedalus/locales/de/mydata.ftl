# One’s own data: consents, download, end of the account, register of processing
admin-processing = Verzeichnis der Verarbeitungen
account-closing = Ihr Konto wird geschlossen: { $when }.
account-closing-stop = Haben Sie es sich anders überlegt?
toast-data-asked = Wir bereiten Ihre Kopie vor und schreiben Ihnen, wenn sie fertig ist.
toast-privacy-accepted = Danke, wir haben es vermerkt.
toast-email-asked = Wir haben an die neue Adresse geschrieben: Öffnen Sie dort den Link und bestätigen Sie.
toast-closing = Sie möchten Ihr Konto schließen. Sie haben vierzehn Tage, um es sich anders zu überlegen.
toast-staying = Ihr Konto bleibt. Schön, dass Sie da sind.
error-privacy-box = Wenn Sie zustimmen, setzen Sie hier das Häkchen. Sonst können Sie sich abmelden oder das Konto schließen.
error-email-same = Das ist schon Ihre Adresse: Schreiben Sie eine andere.
error-closing-role = Sie haben eine Rolle in einem Amt, die zuerst enden muss. Fragen Sie, wer das System verwaltet.

# Meine Daten
data-title = Meine Daten
data-lead = Was wir über Sie wissen, gehört Ihnen: Sie können es mitnehmen, berichtigen, löschen.
data-open = Meine Daten öffnen
data-copy = Eine Kopie von allem
data-copy-text = Wir machen ein Archiv Ihrer Daten und Bilder. Das dauert einige Minuten. Wir schreiben Ihnen, wenn es fertig ist.
data-copy-ask = Meine Kopie vorbereiten
data-copy-again = Eine neue Kopie vorbereiten
data-copy-waiting = Ihre Kopie wartet, bis sie an der Reihe ist.
data-copy-progress = { $done } von { $total } erledigt.
data-copy-wait = Sie können diese Seite schließen: Die Arbeit geht weiter.
data-copy-reload = Nachsehen, wie weit sie ist
data-copy-ready = Die gewünschte Kopie ({ $when }) ist fertig.
data-copy-until = Sie können sie herunterladen bis { $until }. Danach löschen wir sie.
data-copy-download = Archiv herunterladen
data-copy-failed = Wir konnten die Kopie nicht machen. Versuchen Sie es noch einmal; geht es wieder nicht, schreiben Sie dem Bürgerbüro.
data-correct = Berichtigen
data-correct-text = Name, Vorstellung, Sprache und Adresse ändern Sie selbst.
data-correct-profile = Name, Vorstellung und Sprache ändern
data-correct-email = E-Mail-Adresse ändern
data-consents = Was Sie angenommen haben
data-consents-none = Sie haben noch keinen Text angenommen.
data-consents-text = Ohne die Datenschutzhinweise gibt es kein Konto. Wenn Sie nicht mehr einverstanden sind, können Sie es schließen.
data-consent-what = Text
data-consent-version = Fassung
data-consent-given = Angenommen
data-consent-ended = Bis
data-consent-counts = gilt noch
consent-privacy = Datenschutzhinweise und Regeln des Platzes
data-leave = Den Platz verlassen
data-leave-text = Sie können Ihr Konto jederzeit schließen. Sie haben vierzehn Tage, um es sich anders zu überlegen.
data-leave-link = Mein Konto schließen
data-read-me =
    Guten Tag { $name },

    dieses Archiv enthält die Daten, die der Platz von { $town } über Sie hat. Wir haben es erstellt: { $when }.

    dati.json     Ihre Daten, in einer Form, die Programme lesen
    schema.json   sagt Programmen, wie dati.json gemacht ist (JSON Schema)
    immagini/     die Bilder, die Sie hochgeladen haben, falls es welche gibt

    Passwörter, Schlüssel und geheime Codes fehlen mit Absicht: Wir haben davon nur einen Hash, der niemandem nützt.
    Wo jemand anderes etwas getan hat, das Sie betrifft, finden Sie die Tatsache und nicht den Namen.

    Fragen? Schreiben Sie an { $email }.

# Die Datenschutzhinweise
privacy-again-title = Die Datenschutzhinweise haben sich geändert
privacy-again-text = Wir haben den Text neu geschrieben, den Sie angenommen hatten. Lesen Sie ihn und sagen Sie uns, ob Sie einverstanden sind.
privacy-first-text = Lesen Sie zu Beginn, wie wir mit Ihren Daten umgehen, und sagen Sie uns, ob Sie einverstanden sind.
privacy-again-read = Datenschutzhinweise lesen
privacy-again-send = Einverstanden
privacy-again-no = Nicht einverstanden?
privacy-again-no-text = Sie können sich abmelden und später entscheiden, oder das Konto schließen.

# Das Ende
closing-title = Konto schließen
closing-lead = Das Konto wird nach vierzehn Tagen geschlossen. Bis dahin können Sie zurück.
closing-until = Ihr Konto wird geschlossen: { $when }.
closing-until-text = Wenn Sie nichts tun, gibt es von da an keinen Weg zurück.
closing-stop = Ich habe es mir überlegt, ich bleibe
closing-goes = Was verschwindet
closing-goes-account = Name, Benutzername, E-Mail, Vorstellung und das ganze Profil.
closing-goes-access = Passwort, Geräte, Schlüssel, Nachweis der Identität.
closing-goes-words = Ihre Beiträge und Kommentare: Es bleibt ein Satz, dass dort etwas stand.
closing-goes-pictures = Ihre Bilder, auch aus unseren Archiven.
closing-stays = Was bleibt
closing-stays-answers = Die Antworten anderer auf Ihre Beiträge: Das sind deren Worte.
closing-stays-institution = Was Sie für eine Seite der Gemeinde geschrieben haben. Man sieht die Seite, nicht Ihren Namen.
closing-stays-audit = Die Zeilen des Protokolls, fünf Jahre lang, als Nachweis. Nur wer die Aufgabe hat, sieht sie.
closing-do = Ich schließe mein Konto
closing-do-text = Vorher möchten Sie vielleicht Ihre Daten mitnehmen.
closing-do-copy = Eine Kopie vorbereiten
closing-send = Ja, mein Konto schließen

# Eine andere Adresse
email-title = E-Mail ändern
email-now = Zurzeit schreiben wir an { $email }.
email-asked = Wir warten auf die Bestätigung von { $email }. Der Link liegt in diesem Postfach.
email-new = Neue Adresse
email-new-help = Wir schicken dorthin einen Link. Er gilt zwei Tage. Bis Sie bestätigen, bleibt die jetzige Adresse.
email-send = Link schicken
email-confirm-title = Ist das Ihre neue Adresse?
email-confirm-text = Wenn Sie bestätigen, schreiben wir von nun an an { $email }, und Sie melden sich mit dieser Adresse an.
email-confirm-send = Ja, es ist meine
email-confirm-help = Wir benachrichtigen auch die alte Adresse.
email-over-title = Dieser Link gilt nicht mehr
email-over-text = Er wurde schon benutzt, ist abgelaufen, oder Sie haben einen anderen angefordert.
email-over-again = Neuen Link anfordern

# Briefe
mail-data-ready-subject = Die Kopie Ihrer Daten ist fertig
mail-data-ready-text =
    Guten Tag { $name },

    die Kopie Ihrer Daten ist fertig. Sie können sie hier herunterladen, bis { $until }:

    { $link }

    Wenn Sie sie nicht angefordert haben, ändern Sie sofort Ihr Passwort.

    Der Platz von { $town }
mail-data-failed-subject = Die Kopie Ihrer Daten ist nicht gelungen
mail-data-failed-text =
    Guten Tag { $name },

    wir konnten die Kopie Ihrer Daten nicht machen. Das tut uns leid. Hier können Sie sie noch einmal anfordern:

    { $link }

    Der Platz von { $town }
mail-new-email-subject = Bestätigen Sie die neue Adresse
mail-new-email-text =
    Guten Tag { $name },

    Sie möchten diese Adresse für Ihr Konto auf dem Platz von { $town } benutzen.
    Zum Bestätigen öffnen Sie diese Seite und drücken Sie auf die Schaltfläche:

    { $link }

    Der Link gilt zwei Tage. Wenn Sie es nicht waren, müssen Sie nichts tun.

    Der Platz von { $town }
mail-email-changed-subject = Ihre Adresse hat sich geändert
mail-email-changed-text =
    Guten Tag { $name },

    von nun an benutzt Ihr Konto auf dem Platz von { $town } die Adresse { $email }. An diese schreiben wir nicht mehr.
    Wenn Sie es nicht waren, wenden Sie sich sofort an die Gemeinde:

    { $link }

    Der Platz von { $town }
mail-closing-subject = Ihr Konto wird geschlossen
mail-closing-text =
    Guten Tag { $name },

    Sie möchten Ihr Konto auf dem Platz von { $town } schließen. Das geschieht: { $when }.
    Bis dahin können Sie es sich mit einer Schaltfläche anders überlegen:

    { $link }

    Wenn Sie es nicht waren, drücken Sie auf diese Schaltfläche und ändern Sie das Passwort.

    Der Platz von { $town }
mail-staying-subject = Ihr Konto bleibt
mail-staying-text =
    Guten Tag { $name },

    Sie haben es sich anders überlegt: Ihr Konto auf dem Platz von { $town } bleibt, wie es war.

    { $link }

    Der Platz von { $town }
mail-closed-subject = Ihr Konto ist geschlossen
mail-closed-text =
    Guten Tag { $name },

    Ihr Konto auf dem Platz von { $town } ist geschlossen, Ihre Daten sind gelöscht. Dies ist der letzte Brief.
    Wenn Sie eines Tages zurückkommen möchten, ist der Platz hier:

    { $link }

    Der Platz von { $town }
mail-inactive-subject = Wir haben uns lange nicht gesehen
mail-inactive-text =
    Guten Tag { $name },

    Sie waren lange nicht auf dem Platz von { $town }. Konten, die niemand benutzt, behalten wir nicht für immer.
    Wenn Sie Ihres behalten möchten, melden Sie sich einmal an, und zwar vor diesem Tag: { $when }.

    { $link }

    Wenn Sie nichts tun, beginnt das Konto danach zu schließen. Wir schreiben noch einmal.

    Der Platz von { $town }
mail-inactive-closing-subject = Ihr Konto wird bald geschlossen
mail-inactive-closing-text =
    Guten Tag { $name },

    niemand hat Ihr Konto auf dem Platz von { $town } benutzt. Es wird geschlossen: { $when }.
    Um es zu behalten, melden Sie sich einmal an:

    { $link }

    Der Platz von { $town }

# Das Protokoll
act-person-data-asked = Kopie der Daten angefordert
act-person-email-changed = E-Mail geändert
act-person-closing = Konto soll geschlossen werden
act-person-staying = Schließung zurückgenommen
act-person-closed = Konto geschlossen
act-person-warned = wegen unbenutzten Kontos gewarnt

# Das Verzeichnis der Verarbeitungen
processing-lead = Welche personenbezogenen Daten wir verarbeiten, wozu und wie lange. Es kommt aus derselben Liste wie Kopien und Löschungen.
processing-filter = Im Verzeichnis der Verarbeitungen suchen
processing-words = Wort
processing-empty = Noch keine Verarbeitung
processing-empty-text = Jeder Teil des Programms sagt hier, welche Daten er hat.
processing-activity = Verarbeitung
processing-purpose = Zweck
processing-basis = Rechtsgrundlage
processing-data = Daten
processing-people = Personen
processing-recipients = Wer sie erhält
processing-kept = Wie lange
processing-tables = Tabellen
processing-table = Tabelle
processing-part = Teil
processing-end = Wenn das Konto geschlossen wird
processing-end-delete = Wird gelöscht.
processing-end-blank = Wird geleert: Es bleibt eine Nummer ohne die Person.
processing-days = { $n } Tage lang.
processing-recipients-inside = Nur wer für die Gemeinde arbeitet und die Aufgabe hat, und wer den Server betreibt.
processing-recipients-public = Alle, was öffentlich ist; sonst nur wer für die Gemeinde arbeitet und die Aufgabe hat.
processing-recipients-mail = Der Mailserver der Gemeinde und der des Empfängers.
processing-recipients-providers = Wer für die Gemeinde arbeitet und die Aufgabe hat; die Identitätsanbieter, die die Person wählt.
kept-institution = Bleibt: eine Tatsache der Behörde (d.lgs. 42/2004). Nach dem Ende steht dort eine Nummer ohne Namen.
kept-community = Bleibt: Die Gemeinschaft gehört ihren Mitgliedern.
kept-voice = Bleibt: Es wurde für eine Seite der Behörde gesagt. Man sieht die Seite, nicht die Person.
kept-proof = Bleibt als Nachweis, wer was getan hat (DSGVO Art. 17 Abs. 3).
kept-letters = Versiegelt, und gelöscht, sobald sie abgehen oder das Konto endet; was nicht zugestellt werden kann, wird vergessen.
processing-account-title = Konten
processing-account-purpose = Mit einem Konto am Platz teilnehmen.
processing-account-basis = DSGVO Art. 6 Abs. 1 Buchst. e: Aufgabe im öffentlichen Interesse (d.lgs. 82/2005, Beteiligung); die Datenschutzhinweise sind angenommen.
processing-account-data = Name, Benutzername, E-Mail, Sprache, Vorstellung, Tag der letzten Anmeldung.
processing-account-people = Wer sich registriert.
processing-account-kept = Solange das Konto besteht. Benutzt es niemand, so viele Monate, wie die Gemeinde gewählt hat, dann Warnung und Ende. Eine nicht bestätigte Registrierung zwei Tage.
processing-access-title = Anmeldungen
processing-access-purpose = Die richtige Person hereinlassen und niemanden sonst.
processing-access-basis = DSGVO Art. 6 Abs. 1 Buchst. e und Art. 32: Sicherheit der Verarbeitung.
processing-access-data = Hashes von Passwörtern und Schlüsseln, Geräte, Netzadressen, zweiter Faktor, verknüpfte Identitäten.
processing-access-people = Wer sich registriert.
processing-access-kept = Sitzungen bis zum Ablauf, Schlüssel, solange die Person sie behält, Geräte, solange sie benutzt werden.
processing-verification-title = Geprüfte Identität
processing-verification-purpose = Wissen, dass hinter einem Konto eine Person steht, und nur eine.
processing-verification-basis = DSGVO Art. 6 Abs. 1 Buchst. e (d.lgs. 82/2005 Art. 64).
processing-verification-data = Hash der Steuernummer, Art des Ausweises, wer geprüft hat; Geburtsdatum und Wohngebiet, versiegelt.
processing-verification-people = Wer sich prüfen lässt.
processing-verification-kept = Solange das Konto besteht.
processing-conversation-title = Gespräch
processing-conversation-purpose = Auf dem Platz sprechen: Beiträge, Kommentare, Bilder.
processing-conversation-basis = DSGVO Art. 6 Abs. 1 Buchst. e: Beteiligung der Bürger.
processing-conversation-data = Texte, frühere Fassungen, Bilder mit ihren Beschreibungen.
processing-conversation-people = Wer schreibt.
processing-conversation-kept = Solange, wer schrieb, sie behält. Was weggenommen wird, lässt sich sieben Tage zurückholen.
processing-institution-title = Ämter und Seiten
processing-institution-purpose = Wissen, wer wo arbeitet, wer wen vertritt, wer für eine Seite spricht.
processing-institution-basis = DSGVO Art. 6 Abs. 1 Buchst. c und e (d.lgs. 33/2013, d.lgs. 42/2004).
processing-institution-data = Rollen, Abwesenheiten und Vertretungen ohne Grund, Texte für Seiten.
processing-institution-people = Wer für die Gemeinde arbeitet.
processing-institution-kept = Ohne Ende, als Akten der Behörde; der Name geht, wenn das Konto geschlossen wird.
processing-letters-title = Briefe
processing-letters-purpose = Den Menschen schreiben: Bestätigungen, Hinweise, Links.
processing-letters-basis = DSGVO Art. 6 Abs. 1 Buchst. e.
processing-letters-data = Adresse und Text, versiegelt, bis der Brief abgeht.
processing-letters-people = Wer einen Brief bekommt.
processing-letters-kept = Bis er abgeht; dreißig Tage, wenn er nicht zugestellt werden kann.
processing-rights-title = Rechte der Personen
processing-rights-purpose = Die Kopie der Daten geben, sich merken, was angenommen wurde.
processing-rights-basis = DSGVO Art. 6 Abs. 1 Buchst. c (Art. 7, 15, 20).
processing-rights-data = Angenommene Texte mit Fassung und Datum, angeforderte Kopien mit ihrem Archiv.
processing-rights-people = Wer sich registriert.
processing-rights-kept = Das Archiv sieben Tage; der Rest, solange das Konto besteht.
processing-audit-title = Protokoll
processing-audit-purpose = Nachweisen, wer was wann getan hat.
processing-audit-basis = DSGVO Art. 5 Abs. 2, Art. 6 Abs. 1 Buchst. c und e, Art. 32.
processing-audit-data = Name, wer handelt, Netzadresse, Handlung, vorher und nachher.
processing-audit-people = Wer für die Gemeinde arbeitet; wer sich registriert, für Handlungen am eigenen Konto.
processing-audit-kept = Fünf Jahre, dann wird es gelöscht.
processing-running-title = Betrieb
processing-running-purpose = Den Teilen des Programms sagen, dass etwas geschehen ist.
processing-running-basis = DSGVO Art. 6 Abs. 1 Buchst. e.
processing-running-data = Nummern, wer an was gehandelt hat, ohne Texte.
processing-running-people = Wer auf dem Platz schreibt.
processing-running-kept = Ohne Ende, ohne die Person, sobald das Konto geschlossen ist.
