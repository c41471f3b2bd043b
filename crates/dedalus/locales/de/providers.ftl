# Providers of identity and the directory
provider-kind-openid = OpenID Connect
provider-kind-spid = SPID
provider-kind-cie = CIE
provider-kind-ldap = Verzeichnis (LDAP)

# Buttons
button-list = Anmelden mit
button-enter = Mit { $provider } anmelden
button-prove = Mit { $provider } bestätigen
button-or = oder
button-spid-what = Was ist SPID?
button-spid-none = Noch kein SPID?
button-cie-what = Was ist die CIE?

# Somebody new
newcomer-title = Willkommen: noch ein Schritt
newcomer-text = { $provider } hat uns gesagt, wer Sie sind. Sie haben hier noch kein Profil: Wählen Sie, wie Sie heißen möchten.
newcomer-vouched = bestätigt von { $provider }
newcomer-email-help = Wir senden Ihnen eine Nachricht zur Bestätigung. Sonst sieht sie niemand.
newcomer-send = Profil anlegen
newcomer-link = Anmelden und verknüpfen
newcomer-link-text = Melden Sie sich bei Ihrem Profil an und verknüpfen Sie dann { $provider } mit einem Klick.
known-title = Sie haben schon ein Profil
known-text = Zur Adresse { $email } gibt es schon ein Profil.
known-advice = Zur Sicherheit verbinden wir beides nicht von selbst. Melden Sie sich bei Ihrem Profil an: Gleich danach verknüpfen Sie { $provider } mit einem Klick.

# Linking
link-go-text = Wir schicken Sie zu { $provider }: Dort sagen Sie, wer Sie sind, dann kommen Sie zurück und bestätigen.
link-go = Zu { $provider }
link-title = { $provider } verknüpfen
link-text = Von jetzt an öffnet auch { $provider } Ihr Profil. Sind Sie das?
link-send = Ja, verknüpfen
link-directory-text = Schreiben Sie Namen und Passwort, die Sie für { $provider } benutzen: So wissen wir, dass Sie es sind.
link-directory-user = Benutzername im Amt
unlink-title = { $provider } lösen
unlink-text = Sie können sich dann nicht mehr mit { $provider } anmelden. Ihr Profil bleibt, wie es ist, und Sie können jederzeit neu verknüpfen.
unlink-send = Lösen
linked-title = Verknüpfte Anmeldungen
linked-help = Womit Sie sich außer mit dem Passwort anmelden können.
linked-since = verknüpft
linked-used = benutzt
linked-kept = verwaltet die Gemeinde
linked-end = Lösen
linked-begin = Verknüpfen
linked-not = Nicht verknüpft
toast-linked = Verknüpft. Von jetzt an können Sie sich auch so anmelden.
toast-link-already = Es war schon mit Ihrem Profil verknüpft.
toast-unlinked = Gelöst.
error-link-taken = Diese Identität öffnet schon ein anderes Profil.
error-link-last = Es ist Ihr einziger Weg, sich anzumelden. Wählen Sie zuerst ein Passwort oder verknüpfen Sie etwas anderes.
error-link-directory = Diese Verknüpfung verwaltet die Gemeinde. Fragen Sie, wer das System betreut.

# Not let in
refused-title = Die Anmeldung ist nicht gelungen
refused-title-cancelled = Sie haben abgebrochen
refused-title-lost = Dieser Schritt gilt nicht mehr
refused-title-taken = Diese Identität ist schon verknüpft
refused-lost = Es hat zu lange gedauert, oder Sie haben in einem anderen Tab neu begonnen.
refused-used = Diese Anmeldung mit { $provider } wurde schon einmal benutzt.
refused-cancelled = Es ist nichts geschehen: { $provider } hat uns nichts über Sie gesagt.
refused-said = { $provider } sagt, dass es Sie gerade nicht anmelden kann.
refused-away = { $provider } antwortet nicht, oder so, dass wir es nicht verstehen.
refused-code = { $provider } hat die Bestätigung nicht angenommen: Sie ist vielleicht zu alt oder schon benutzt.
refused-issuer = Die Antwort kommt nicht von { $provider }, sondern von jemand anderem. Wir haben sie nicht benutzt.
refused-signature = Die Antwort trägt nicht die Signatur von { $provider }. Wir haben sie nicht benutzt.
refused-nonce = Die Antwort von { $provider } gehört nicht zu Ihrer Anfrage. Wir haben sie nicht benutzt.
refused-audience = Die Antwort von { $provider } war für eine andere Website bestimmt. Wir haben sie nicht benutzt.
refused-expired = Die Antwort von { $provider } ist abgelaufen, bevor sie ankam.
refused-level = { $provider } hat Sie weniger sicher erkannt, als es hier nötig ist.
refused-stale = { $provider } hat Sie nicht noch einmal gefragt, wer Sie sind, und das war hier nötig.
refused-token = { $provider } hat so geantwortet, dass wir es nicht benutzen können.
refused-suspended = Ihr Profil ist gesperrt.
refused-taken = Diese Identität von { $provider } öffnet schon ein anderes Profil.
refused-another = Von { $provider } kam jemand anderes, nicht die Person, die hier angemeldet ist.
refused-advice-again = Beginnen Sie noch einmal: Meist genügt das.
refused-advice-later = Versuchen Sie es in einigen Minuten wieder, oder melden Sie sich anders an.
refused-advice-cancelled = Sie können jederzeit neu beginnen oder sich anders anmelden.
refused-advice-tell = Wenn es wieder geschieht, sagen Sie es der Gemeinde: Vielleicht ist etwas zu richten. Bis dahin können Sie sich anders anmelden.
refused-advice-town = Fragen Sie die Gemeinde, warum, und wie Sie zurückkommen.
refused-advice-taken = Wenn auch das andere Profil Ihres ist, melden Sie sich dort an und lösen Sie sie: Dann können Sie sie hier verknüpfen.
refused-advice-another = Wenn Sie den Computer teilen, melden Sie sich zuerst dort ab, wo Sie bestätigt haben.
refused-again = Noch einmal mit { $provider }
refused-back = Zurück zur Anmeldung
refused-back-account = Zurück zu Ihrem Profil
refused-back-prove = Anders bestätigen

# The directory
error-directory-away = Das Verzeichnis der Gemeinde antwortet nicht. Mit einem eigenen Passwort können Sie sich trotzdem anmelden; sonst versuchen Sie es bald wieder.
error-directory-suspended = Dieses Profil ist gesperrt. Fragen Sie, wer das System betreut.
error-directory-mail = Das Verzeichnis hat keine E-Mail-Adresse von Ihnen. Bitten Sie, wer es pflegt, eine einzutragen.

# Administration
admin-providers = Anmeldungen: SPID, CIE, Verzeichnis
admin-providers-lead = Womit man sich außer mit dem Passwort anmeldet. SPID und CIE stehen immer zuerst.
admin-providers-empty = Man meldet sich nur mit dem Passwort an
admin-providers-empty-text = Fügen Sie SPID, CIE, einen anderen Anbieter oder das Verzeichnis der Ämter hinzu.
admin-provider-kind = Art
admin-provider-verifies = Bestätigt die Identität
admin-provider-yes = ja
admin-provider-no = nein
admin-provider-add = Anmeldung hinzufügen
admin-provider-new = Neue Anmeldung: { $kind }
admin-provider-create = Hinzufügen
admin-provider-name-help = Steht auf der Schaltfläche: «Mit … anmelden».
admin-provider-slug = Name in der Adresse
admin-provider-slug-help = Kleinbuchstaben, Ziffern und Bindestriche. Später nicht zu ändern: Er steht in der Rückkehradresse.
admin-provider-issuer = Adresse des Anbieters (Issuer)
admin-provider-issuer-help = Beginnt mit https://. Dort beschreibt sich der Anbieter.
admin-provider-client = Wie der Anbieter die Gemeinde nennt (Client-ID)
admin-provider-secret = Geheimnis (Client Secret)
admin-provider-secret-help = Wir bewahren es versiegelt auf und zeigen es nie wieder.
admin-provider-secret-known = Es gibt schon eines, versiegelt. Schreiben Sie hier nur, um es zu ändern.
admin-provider-scopes = Was erfragt wird (Scopes)
admin-provider-scopes-help = Wörter mit Leerzeichen dazwischen. openid muss dabei sein.
admin-provider-acr = Sicherheitsstufe (acr)
admin-provider-acr-help = Wer weniger sicher erkannt wird, kommt nicht hinein. Wörter mit Leerzeichen dazwischen, das bevorzugte zuerst.
admin-provider-verifies-box = Wer von hier mit Steuernummer kommt, wird eine bestätigte Person
admin-provider-return = Rückkehradresse für den Anbieter:
admin-provider-is-closed = Damit meldet sich niemand an
admin-provider-close = Diese Anmeldung schließen
admin-provider-close-title = Anmeldung mit { $name } schließen?
admin-provider-close-text = Die Schaltfläche verschwindet, und niemand meldet sich mehr so an. Verknüpfungen bleiben, und Sie können jederzeit wieder öffnen.
admin-provider-reopen = Wieder öffnen
toast-provider-closed = Anmeldung geschlossen.
toast-provider-reopened = Anmeldung wieder offen.
error-provider-name = Schreiben Sie einen Namen mit 2 bis 60 Zeichen.
error-provider-slug-taken = Es gibt schon eine Anmeldung mit diesem Namen in der Adresse.
error-issuer = Schreiben Sie eine Adresse, die mit https:// beginnt, so wie der Anbieter sie nennt.
error-issuer-linked = Mit diesem Anbieter melden sich schon Menschen an: Er kann kein anderer werden. Schließen Sie ihn und legen Sie einen neuen an.
error-client = Schreiben Sie den Namen, den der Anbieter der Gemeinde gegeben hat.
error-scopes = Das Wort openid fehlt.
error-acr = SPID und CIE brauchen die Stufe, zum Beispiel https://www.spid.gov.it/SpidL2.
admin-directory-called-help = Wie Sie es im Amt nennen: Es steht auf Seiten und im Register.
admin-directory-url = Adresse
admin-directory-url-help = Zum Beispiel ldaps://ldap.gemeinde.example, oder ldap:// mit STARTTLS.
admin-directory-starttls = Verbindung mit STARTTLS schützen (nur mit ldap://)
admin-directory-bind = Als wer die Gemeinde fragt (Bind-DN)
admin-directory-bind-help = Ein Benutzer, der Menschen suchen darf. Leer: ohne Namen.
admin-directory-password = Passwort dieses Benutzers
admin-directory-base = Wo die Menschen stehen (Base-DN)
admin-directory-base-help = Zum Beispiel ou=personen,dc=gemeinde,dc=example.
admin-directory-filter = Wer eine Person ist (Filter)
admin-directory-filter-help = { "{user}" } steht für den geschriebenen Namen.
admin-directory-name = Attribut mit dem Namen
admin-directory-mail = Attribut mit der E-Mail-Adresse
admin-directory-id = Attribut, das sich nie ändert
admin-directory-id-help = Meist entryUUID; objectGUID in Active Directory.
admin-directory-group-base = Wo die Gruppen stehen (Base-DN)
admin-directory-group-base-help = Leer: Es werden keine Gruppen gelesen.
admin-directory-group-filter = Gruppen einer Person (Filter)
admin-directory-group-filter-help = { "{dn}" } steht für die Person, { "{user}" } für den geschriebenen Namen.
error-directory-url = Schreiben Sie eine Adresse wie ldaps://ldap.gemeinde.example. Mit ldaps:// braucht es kein STARTTLS.
error-directory-plain = Passwörter gingen lesbar über die Leitung: Wählen Sie STARTTLS oder ldaps://.
error-directory-empty = Das wird gebraucht.
error-directory-filter = Schreiben Sie einen Filter in Klammern, mit { "{user}" } an der Stelle des Namens.
error-directory-group-filter = Schreiben Sie einen Filter in Klammern.
admin-groups = Gruppen und Rollen
admin-groups-help = Wer sich mit dem Verzeichnis anmeldet, hat die Rollen seiner Gruppen. Sie beginnen und enden bei jeder Anmeldung; von Hand vergebene bleiben.
admin-groups-empty = Noch gibt keine Gruppe eine Rolle.
admin-group = Gruppe
admin-group-help = Der kurze Name (cn) oder der ganze (DN).
admin-group-add = Gruppe hinzufügen
admin-group-add-send = Hinzufügen
error-directory-group = Schreiben Sie den Namen der Gruppe.
error-directory-group-twice = Diese Zeile gibt es schon.

# Trying out
probe-begin = Ausprobieren
probe-word = Probe
probe-title = Probe von { $name }
probe-fine = Alles in Ordnung: Es kann benutzt werden.
probe-faulty = Etwas stimmt nicht: Lesen Sie die markierten Zeilen.
probe-good = gut
probe-bad = zu richten
probe-again = Noch einmal
probe-back = Zurück zu den Einstellungen
probe-address = «{ $value }» ist keine Adresse.
probe-private = { $value } liegt in einem privaten Netz. Wer die Maschine betreut, muss ihn in outbound.private_hosts nennen.
probe-away = Der Anbieter antwortet nicht: { $value }.
probe-odd = Es antwortet, aber nicht wie ein Anbieter von OpenID Connect: { $value }.
probe-other = Es sagt, es sei ein anderer: { $value }.
probe-found = Der Anbieter nennt sich { $value }.
probe-token = Man meldet sich an unter { $value }.
probe-no-token = Er sagt nicht, wo der Code eingetauscht wird (Token Endpoint).
probe-keys = Veröffentlichte Schlüssel für Signaturen: { $value }.
probe-no-keys = Er veröffentlicht keinen Schlüssel für Signaturen.
probe-signed = Er signiert so, dass wir es prüfen können.
probe-not-signed = Er signiert auf keine Weise, die wir prüfen können.
probe-pkce = Er kennt PKCE mit S256.
probe-no-pkce = Er kennt PKCE mit S256 nicht.
probe-scopes = Er kennt alles, was wir erfragen.
probe-no-scopes = Er kennt diese Scopes nicht: { $value }.
probe-acr = Er kennt die Stufe, die wir verlangen.
probe-no-acr = Er kennt diese Stufen nicht: { $value }.
probe-ldap-there = Das Verzeichnis antwortet unter { $value }.
probe-ldap-away = Das Verzeichnis antwortet nicht: { $value }.
probe-ldap-bound = Die Gemeinde hat sich ausgewiesen. { $value }
probe-ldap-unbound = Die Gemeinde wurde nicht angenommen: { $value }.
probe-ldap-base = Diesen Ort gibt es: { $value }.
probe-ldap-no-base = Diesen Ort gibt es nicht, oder er ist nicht lesbar: { $value }.
probe-ldap-filter = Der Filter der Menschen geht nicht: { $value }.

# Audit
act-identity-linked = Anmeldung verknüpft
act-identity-unlinked = Anmeldung gelöst
act-provider-created = Anmeldung hinzugefügt
act-provider-changed = Anmeldung geändert
act-provider-closed = Anmeldung geschlossen
act-provider-reopened = Anmeldung wieder offen

# Mails
mail-linked-subject = Sie können sich jetzt auch mit { $provider } anmelden
mail-linked-text =
    Guten Tag { $name },

    mit Ihrem Profil in { $town } wurde { $provider } verknüpft: Von jetzt an können Sie sich auch so anmelden.

    Wenn Sie das nicht waren, lösen Sie es sofort und ändern Sie Ihr Passwort:
    { $link }
mail-unlinked-subject = { $provider } öffnet Ihr Profil nicht mehr
mail-unlinked-text =
    Guten Tag { $name },

    { $provider } wurde von Ihrem Profil in { $town } gelöst.

    Wenn Sie das nicht waren, ändern Sie Ihr Passwort:
    { $link }
