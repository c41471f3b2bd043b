# Signing in: passkeys, codes, devices, keys of programs
device-words = { $browser } unter { $system }
device-unknown = Ein Gerät
prove-title = Bestätigen Sie, dass Sie es sind
prove-text = Sie sind dabei, etwas Heikles zu ändern. Die Bestätigung gilt zehn Minuten.
prove-send = Bestätigen
prove-passkey = Mit dem Passkey bestätigen
prove-none = Dieses Profil hat noch weder Passwort noch Passkey: Wählen Sie mit dem Link unten ein Passwort.
passkey-failed = Das hat nicht geklappt, oder Sie haben abgebrochen. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg.
toast-prove-first = Bestätigen Sie zuerst, dass Sie es sind.
toast-proved = Bestätigt. Jetzt können Sie weitermachen.
toast-second-factor-first = Hier zu arbeiten verlangt einen zweiten Schritt: Fügen Sie einen Passkey oder einen Code hinzu.
toast-glass-first = Das ist vertraulich: Schreiben Sie, warum Sie es öffnen müssen.

# Anmelden
form-or = oder
sign-in-passkey = Mit einem Passkey anmelden
passkey-what = Ein Passkey liegt in Ihrem Telefon oder Computer: Sie melden sich mit Fingerabdruck, Gesicht oder PIN an, ohne Passwort. Die Gemeinde erhält nur einen öffentlichen Schlüssel.
passkey-none-here = Dieser Browser kann hier keine Passkeys verwenden, oder Skripte sind ausgeschaltet.
passkey-need-name = Passkeys funktionieren nur unter einer Adresse mit Namen, nicht mit einer Nummer.
error-passkey = Der Passkey wurde nicht erkannt. Bitte versuchen Sie es noch einmal.
error-passkey-over = Es ist zu viel Zeit vergangen, oder diese Antwort wurde schon verwendet. Bitte versuchen Sie es noch einmal.
error-passkey-unknown = Wir kennen diesen Passkey nicht: Vielleicht wurde er entfernt. Melden Sie sich anders an.
error-passkey-other = Dieser Passkey gehört zu einem anderen Konto. Verwenden Sie einen eigenen.
error-passkey-copied = Dieser Passkey scheint eine Kopie zu sein, deshalb haben wir ihn nicht angenommen. Melden Sie sich anders an und entfernen Sie ihn aus Ihrem Konto.
error-passkey-known = Dieser Passkey ist schon in Ihrem Konto.
error-passkeys-many = Sie haben schon zehn Passkeys: Entfernen Sie zuerst einen.
error-last-way = Das ist Ihr einziger Weg, sich anzumelden. Wählen Sie zuerst ein Passwort oder fügen Sie einen anderen Passkey hinzu.
error-last-factor = Die Gemeinde verlangt von ihrem Personal einen zweiten Schritt. Fügen Sie zuerst einen anderen hinzu.
error-label-empty = Schreiben Sie einen Namen.
error-label-long = Der Name ist zu lang: höchstens 60 Zeichen.
toast-step-over = Es ist zu viel Zeit vergangen: Beginnen Sie hier noch einmal.
code-ask-title = Code eingeben
code-ask-send = Anmelden
code-ask-lost = Telefon verloren? Geben Sie einen Ihrer Wiederherstellungscodes ein.
code-ask-back = Von vorn beginnen
label-code = Code
help-code = Die sechs Ziffern, die Ihre App jetzt zeigt, oder ein Wiederherstellungscode.
help-code-first = Die sechs Ziffern, die Ihre App jetzt zeigt.
error-code = Der Code ist falsch oder wurde schon verwendet. Warten Sie auf den nächsten und versuchen Sie es noch einmal.
error-code-first = Der Code ist falsch. Prüfen Sie die Uhr Ihres Telefons und geben Sie ein, was die App jetzt zeigt.

# Mit einem Passkey registrieren
sign-up-by-passkey = Ohne Passwort, mit einem Passkey
sign-up-by-passkey-help = Sie erstellen ihn, nachdem Sie Ihre Post geöffnet haben. Sie melden sich mit Fingerabdruck, Gesicht oder PIN an.
sign-up-confirm-passkey = Erstellen Sie jetzt den Passkey: Ihr Gerät fragt nach Fingerabdruck, Gesicht oder PIN.
sign-up-confirm-passkey-send = Passkey erstellen und anmelden
sign-up-confirm-password = Sie können hier keinen Passkey verwenden? Wählen Sie ein Passwort.
sign-up-confirm-password-send = Mit dem Passwort anmelden
error-no-means = Erstellen Sie einen Passkey, oder schreiben Sie hier ein Passwort.

# Anmeldung und Sicherheit
security-title = Anmeldung und Sicherheit
account-menu = Mein Menü
account-nav-short = Mein Menü, kurz
security-back = Zurück zu Anmeldung und Sicherheit
security-must = Die Gemeinde verlangt von ihrem Personal einen zweiten Schritt. Fügen Sie einen Passkey oder einen Code hinzu, dann geht es weiter.
security-must-prove = Sie haben schon einen: Bestätigen Sie ihn jetzt.
security-ways = So melden Sie sich an
security-change = Ändern
security-the-password = des Passworts
security-password-set = gesetzt
security-password-none = keines
security-password-choose = Passwort wählen
security-passkey = Passkey
security-passkey-none = keiner
security-passkey-add = Passkey hinzufügen
security-made = erstellt
security-rename = Umbenennen
security-remove = Entfernen
security-code = Code aus einer App
security-code-on = eingeschaltet
security-code-off = ausgeschaltet
security-code-why = Nach dem Passwort wird ein Code verlangt, der sich jede halbe Minute ändert.
security-code-add = Einschalten
security-the-code = des Codes
security-off = Ausschalten
security-recovery-left = { $n ->
    [0] kein Wiederherstellungscode übrig
    [one] ein Wiederherstellungscode übrig
   *[other] { $n } Wiederherstellungscodes übrig
}
security-recovery-renew = Neue Wiederherstellungscodes
account-security = Passkeys, Codes und Geräte
account-password-none = Ihr Konto hat kein Passwort.
method-password = mit dem Passwort
method-code = mit Passwort und Code
method-passkey = mit einem Passkey
method-provider = mit einer digitalen Identität
method-directory = mit der Anmeldung der Gemeinde
method-link = mit einem Link aus einer Mail
device-name-title = Welches Gerät ist das?
device-name-help = Ein Name, an dem Sie es erkennen, zum Beispiel „Telefon zu Hause“.
passkey-name-title = Wie heißt der Passkey?
passkey-name-help = Ein Name, an dem Sie ihn erkennen, zum Beispiel „Telefon“.
label-own-name = Name
passkey-new-title = Passkey hinzufügen
passkey-new-send = Passkey erstellen
passkey-remove-title = Passkey „{ $label }“ entfernen?
passkey-remove-text = Mit diesem Passkey kann sich niemand mehr anmelden. Löschen Sie ihn auch auf dem Gerät, wenn er dort liegt.
passkey-remove-send = Passkey entfernen
code-title = Code aus einer App
code-what = Nach dem Passwort geben Sie einen Code aus sechs Ziffern ein, den Ihr Telefon zeigt. So nützt das Passwort allein niemandem.
code-apps = Sie brauchen eine App für Codes, zum Beispiel Aegis, FreeOTP oder die Passwortverwaltung Ihres Telefons.
code-begin = Beginnen
code-step-app = Öffnen Sie die App auf dem Telefon und fügen Sie ein Konto hinzu.
code-step-scan = Richten Sie die Kamera auf das Bild.
code-step-type = Oder schreiben Sie diesen Schlüssel:
code-step-open = Oder öffnen Sie die App auf diesem Gerät
code-step-confirm = Geben Sie den Code ein, den die App zeigt.
code-confirm-send = Code einschalten
code-again = Mit einem anderen Schlüssel neu beginnen
code-remove-title = Code ausschalten?
code-remove-text = Nach dem Passwort wird kein Code mehr verlangt. Die Wiederherstellungscodes gelten nicht mehr.
code-remove-send = Code ausschalten
recovery-title = Ihre Wiederherstellungscodes
recovery-text = Wenn Sie Ihr Telefon verlieren, ersetzt einer von diesen den Code. Jeder gilt einmal. Speichern Sie sie jetzt: Die Piazza von { $town } kann sie nicht noch einmal zeigen.
recovery-download = Als Text herunterladen
recovery-print = Drucken
recovery-done = Ich habe sie gespeichert
recovery-file = Wiederherstellungscodes für die Piazza von { $town }, { $name }. Jeder gilt einmal.
recovery-renew-title = Möchten Sie neue Wiederherstellungscodes?
recovery-renew-text = Die alten gelten nicht mehr, auch die nicht verwendeten.
recovery-renew-send = Neue Codes erstellen
toast-passkey-added = Passkey hinzugefügt.
toast-passkey-removed = Passkey entfernt.
toast-code-on = Der Code ist eingeschaltet. Speichern Sie die Wiederherstellungscodes.
toast-code-off = Der Code ist ausgeschaltet.
toast-recovery-renewed = Hier sind die neuen Codes. Die alten gelten nicht mehr.
act-person-passkey-added = Passkey hinzugefügt
act-person-passkey-removed = Passkey entfernt
act-person-passkey-copied = Passkey, der kopiert scheint, abgelehnt
act-person-code-on = Code eingeschaltet
act-person-code-off = Code ausgeschaltet
act-person-recovery-renewed = neue Wiederherstellungscodes
act-person-recovery-used = Wiederherstellungscode verwendet
act-person-session-closed = Gerät abgemeldet
act-person-sessions-closed = andere Geräte abgemeldet

# Mails
factor-passkey = der Passkey „{ $label }“
factor-code = der Code aus einer App
mail-factor-added-subject = Ein neuer Weg, sich in Ihrem Konto anzumelden
mail-factor-added-text =
    Guten Tag { $name },

    in Ihrem Konto der Piazza von { $town } gibt es jetzt Folgendes: { $what }.
    Wenn Sie das nicht waren, entfernen Sie es gleich und ändern Sie Ihr Passwort hier:

    { $link }

    Die Piazza von { $town }
mail-factor-removed-subject = Ein Weg, sich anzumelden, wurde entfernt
mail-factor-removed-text =
    Guten Tag { $name },

    aus Ihrem Konto der Piazza von { $town } wurde Folgendes entfernt: { $what }.
    Wenn Sie das nicht waren, sehen Sie nach, wer sich angemeldet hat, und ändern Sie Ihr Passwort hier:

    { $link }

    Die Piazza von { $town }
mail-passkey-copied-subject = Einer Ihrer Passkeys scheint kopiert zu sein
mail-passkey-copied-text =
    Guten Tag { $name },

    jemand wollte sich in Ihrem Konto der Piazza von { $town } anmelden. Verwendet wurde { $what }, aber es scheint eine Kopie zu sein. Wir haben die Anmeldung abgelehnt.
    Entfernen Sie diesen Passkey hier und erstellen Sie einen neuen:

    { $link }

    Die Piazza von { $town }
mail-recovery-renewed-subject = Neue Wiederherstellungscodes
mail-recovery-renewed-text =
    Guten Tag { $name },

    in Ihrem Konto der Piazza von { $town } wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.
    Wenn Sie das nicht waren, sehen Sie nach, wer sich angemeldet hat, und ändern Sie Ihr Passwort hier:

    { $link }

    Die Piazza von { $town }
mail-recovery-used-subject = Ein Wiederherstellungscode wurde verwendet
mail-recovery-used-text =
    Guten Tag { $name },

    jemand hat sich in Ihrem Konto der Piazza von { $town } mit einem Wiederherstellungscode angemeldet. Übrige Codes: { $what }.
    Wenn Sie das nicht waren, ändern Sie Ihr Passwort und erstellen Sie neue Codes hier:

    { $link }

    Die Piazza von { $town }
