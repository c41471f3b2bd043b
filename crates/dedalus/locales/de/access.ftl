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
