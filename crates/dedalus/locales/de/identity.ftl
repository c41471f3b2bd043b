# Anmelden
sign-in-title = Anmelden
sign-in-send = Anmelden
sign-in-forgotten = Passwort vergessen?
sign-in-new-title = Zum ersten Mal auf dem Platz?
sign-in-new-1 = Sie kommentieren und sprechen mit der Gemeinde und der Nachbarschaft
sign-in-new-2 = Niemand sieht Ihre E-Mail-Adresse
sign-in-new-3 = Ein Name, eine E-Mail-Adresse und ein Passwort genügen
sign-in-new-button = Registrieren: Es dauert nur zwei Minuten
error-sign-in = Die Adresse oder das Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es noch einmal.

# Registrieren
sign-up-title = Registrieren
sign-up-closed = Im Moment können Sie sich nur mit einer Einladung registrieren. Fragen Sie das Bürgerservice-Büro (URP).
sign-up-send = Registrieren
sign-up-privacy = Ich habe die <a href="/privacy">Datenschutzerklärung</a> und die <a href="/regole">Regeln auf dem Platz</a> gelesen (Pflichtfeld)
sign-up-aside-title = Haben Sie schon ein Konto?
sign-up-aside-text = Melden Sie sich mit der E-Mail-Adresse an, die Sie verwendet haben. Wenn Sie das Passwort nicht mehr wissen, können Sie ein neues wählen.
sign-up-sent-title = Noch ein Klick: Sehen Sie in Ihren E-Mails nach
sign-up-sent-text = Wir haben an { $email } geschrieben. Öffnen Sie die Nachricht und bestätigen Sie, dass die Adresse Ihnen gehört. Der Link gilt zwei Tage.
sign-up-sent-help = Nichts angekommen? Sehen Sie im Spam-Ordner nach und prüfen Sie, ob Sie die Adresse richtig geschrieben haben.
sign-up-sent-again = Registrierung neu beginnen
sign-up-confirm-title = Ist das Ihre Adresse?
sign-up-confirm-text = Sie lautet { $email }. Nach dem Klick ist Ihr Konto bereit und Sie können auf dem Platz schreiben.
sign-up-confirm-send = Ja, sie gehört mir
sign-up-over-title = Dieser Link gilt nicht mehr
sign-up-over-text = Er wurde schon benutzt, oder es sind mehr als zwei Tage vergangen. Wenn Sie schon bestätigt haben, melden Sie sich an.
sign-up-over-again = Noch einmal registrieren

# Passwort vergessen
reset-ask-title = Passwort vergessen
reset-ask-text = Geben Sie die E-Mail-Adresse ein, mit der Sie sich registriert haben. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen.
reset-ask-send = Link zuschicken
reset-sent-text = Wenn es zu { $email } ein Konto gibt, ist die Nachricht unterwegs. Der Link gilt zwei Stunden und nur einmal.
reset-sent-help = Nichts angekommen? Sehen Sie im Spam-Ordner nach.
reset-title = Neues Passwort wählen
reset-send = Passwort speichern
reset-help = Sie müssen sich auf allen Geräten neu anmelden.
reset-over-title = Dieser Link gilt nicht mehr
reset-over-text = Er wurde schon benutzt, oder es sind mehr als zwei Stunden vergangen.
reset-over-again = Neuen Link anfordern

# Felder
label-name = Name
label-handle = Benutzername
label-email = E-Mail
label-email-or-handle = E-Mail oder Benutzername
label-password = Passwort
label-old-password = Bisheriges Passwort
label-new-password = Neues Passwort
label-bio = Ein paar Worte über Sie
label-language = Sprache
help-name = So möchten Sie auf dem Platz heißen. Der Vorname genügt. Alle können ihn sehen.
help-handle = Buchstaben, Ziffern und Unterstrich, zum Beispiel anna_livigni. Der Benutzername steht in der Adresse Ihres Profils und lässt sich nicht ändern.
help-email = Damit bestätigen Sie die Registrierung und erhalten ein neues Passwort. Niemand sonst sieht sie.
help-password = Mindestens { $n } Zeichen. Drei oder vier zufällige Wörter sind sehr gut.
help-bio = Höchstens 500 Zeichen. Alle können es sehen.
error-name-short = Geben Sie einen Namen mit mindestens zwei Buchstaben ein.
error-name-long = Der Name ist zu lang: höchstens 60 Zeichen.
error-name-official = Dieser Name klingt nach der Gemeinde oder einem ihrer Ämter. Bitte wählen Sie einen anderen.
error-handle-short = Der Benutzername braucht mindestens drei Zeichen.
error-handle-shape = Verwenden Sie im Benutzernamen nur Buchstaben ohne Akzente und Umlaute, Ziffern und Unterstriche, höchstens 30 Zeichen.
error-handle-taken = Dieser Benutzername ist schon vergeben. Versuchen Sie einen anderen.
error-email = Prüfen Sie die Adresse: Sie muss so aussehen wie name@example.com.
error-email-taken = Zu dieser Adresse gibt es schon ein Konto.
error-password-short = Das Passwort ist zu kurz: Es braucht mindestens { $min } Zeichen.
error-password-long = Das Passwort ist zu lang: höchstens 200 Zeichen.
error-password-common = Dieses Passwort benutzen zu viele: Es ist sofort erraten. Versuchen Sie es mit drei oder vier zufälligen Wörtern.
error-password-own = Das Passwort enthält Ihren Namen oder Ihre E-Mail-Adresse: So ist es leicht zu erraten. Wählen Sie ein anderes.
error-old-password = Das ist nicht Ihr bisheriges Passwort.
error-privacy = Um sich zu registrieren, müssen Sie das bestätigen.
error-bio-long = Zu lang: höchstens 500 Zeichen.
error-role-held = Diese Person hat diese Rolle in diesem Amt schon.

# Mein Konto
account-title = Mein Konto
account-nav = Mein Konto
account-profile = Über mich
account-password = Passwort
account-password-send = Passwort ändern
account-devices = Geräte
account-devices-help = Hier sind Sie mit Ihrem Konto angemeldet. Wenn Sie ein Gerät nicht kennen, melden Sie es ab und ändern Sie das Passwort.
account-devices-close = Alle anderen abmelden
account-device-this = Dieses
account-device-other = Anderes
account-device-since = angemeldet:
account-device-seen = zuletzt benutzt:
account-device-close = Gerät abmelden
account-public = So sehen mich andere
account-email-confirmed = bestätigt
account-tier = Stufe
account-voice = Sie sprechen als
account-until = bis
tier-registered = Registriert: Adresse bestätigt
tier-verified = Am Schalter bestätigt
role-operator = Sachbearbeitung
role-officer = Fachverantwortung
role-manager = Amtsleitung
role-administrator = Gemeindespitze (politisches Amt)
role-editor = Redaktion
role-system = Systemverwaltung
