mail-confirm-subject = Bestätigen Sie Ihre Adresse
mail-confirm-text =
    Guten Tag { $name },

    jemand, hoffentlich Sie, möchte sich mit dieser Adresse auf dem Platz von { $town } registrieren.
    Zum Bestätigen öffnen Sie diese Seite und drücken Sie auf die Schaltfläche:

    { $link }

    Der Link gilt zwei Tage. Wenn Sie es nicht waren, müssen Sie nichts tun: Ohne Bestätigung geschieht nichts.

    Der Platz von { $town }
mail-already-subject = Sie haben schon ein Konto
mail-already-text =
    Guten Tag { $name },

    jemand, vielleicht Sie, wollte sich mit dieser Adresse auf dem Platz von { $town } registrieren. Zu dieser Adresse gibt es aber schon ein Konto.
    Hier melden Sie sich an:

    { $link }

    Wenn Sie das Passwort vergessen haben, können Sie dort ein neues wählen. Wenn Sie es nicht waren, müssen Sie nichts tun.

    Der Platz von { $town }
mail-reset-subject = Wählen Sie ein neues Passwort
mail-reset-text =
    Guten Tag { $name },

    um ein neues Passwort zu wählen, öffnen Sie diese Seite:

    { $link }

    Der Link gilt zwei Stunden und nur einmal. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ihr Passwort bleibt, wie es war.

    Der Platz von { $town }
mail-no-account-subject = Kein Konto mit dieser Adresse
mail-no-account-text =
    Guten Tag,

    jemand, vielleicht Sie, hat mit dieser Adresse ein neues Passwort für den Platz von { $town } angefordert. Zu dieser Adresse gibt es aber kein Konto.
    Vielleicht haben Sie sich mit einer anderen E-Mail-Adresse registriert. Wenn Sie sich registrieren möchten:

    { $link }

    Der Platz von { $town }
mail-password-changed-subject = Ihr Passwort wurde geändert
mail-password-changed-text =
    Guten Tag { $name },

    das Passwort Ihres Kontos auf dem Platz von { $town } wurde gerade geändert.
    Wenn Sie es nicht waren, wählen Sie hier sofort ein neues:

    { $link }

    Der Platz von { $town }
mail-device-subject = Anmeldung von einem neuen Gerät
mail-device-text =
    Guten Tag { $name },

    { $when } hat sich jemand mit einem uns unbekannten Gerät in Ihrem Profil auf dem Platz von { $town } angemeldet: { $device }.
    Wenn Sie es waren, ist nichts zu tun. Wenn nicht, beenden Sie diese Anmeldung und ändern Sie das Passwort hier:

    { $link }

    Der Platz von { $town }
