# Signing in: passkeys, codes, devices, keys of programs
device-words = { $browser } on { $system }
device-unknown = A device
prove-title = Confirm it’s you
prove-text = You are about to change something sensitive. The confirmation lasts ten minutes.
prove-send = Confirm
prove-passkey = Confirm with a passkey
prove-none = This account has neither a password nor a passkey yet: choose a password with the link below.
passkey-failed = That did not work, or you cancelled. Try again, or use another way.
toast-prove-first = First confirm it’s you.
toast-proved = Confirmed. You can go on now.
toast-second-factor-first = Working here takes a second step: add a passkey or a code.
toast-glass-first = This is confidential: write why you need to open it.

# Signing in
form-or = or
sign-in-passkey = Sign in with a passkey
passkey-what = A passkey lives in your phone or computer: you sign in with fingerprint, face or PIN, without a password. The town only gets a public key.
passkey-none-here = This browser cannot use passkeys here, or scripts are switched off.
passkey-need-name = Passkeys only work at an address with a name, not with a number.
error-passkey = The passkey was not recognised. Please try again.
error-passkey-over = Too much time has passed, or this answer was used already. Please try again.
error-passkey-unknown = We do not know this passkey: perhaps it was removed. Sign in another way.
error-passkey-other = This passkey belongs to another account. Use one of yours.
error-passkey-copied = This passkey seems to be a copy, so we did not accept it. Sign in another way and remove it from your account.
error-passkey-known = This passkey is in your account already.
error-passkeys-many = You have ten passkeys already: remove one first.
error-last-way = This is the only way you have to sign in. Choose a password or add another passkey first.
error-last-factor = The town asks its staff for a second step. Add another one first.
error-label-empty = Write a name.
error-label-long = The name is too long: 60 characters at most.
toast-step-over = Too much time has passed: start again here.
code-ask-title = Enter the code
code-ask-send = Sign in
code-ask-lost = Lost your phone? Enter one of your recovery codes.
code-ask-back = Start again
label-code = Code
help-code = The six digits your app shows now, or a recovery code.
help-code-first = The six digits your app shows now.
error-code = The code is wrong or was used already. Wait for the next one and try again.
error-code-first = The code is wrong. Check the clock of your phone and enter what the app shows now.

# Signing up with a passkey
sign-up-by-passkey = Without a password, with a passkey
sign-up-by-passkey-help = You make it after opening your mail. You sign in with fingerprint, face or PIN.
sign-up-confirm-passkey = Now make the passkey: your device asks for fingerprint, face or PIN.
sign-up-confirm-passkey-send = Make the passkey and sign in
sign-up-confirm-password = You cannot use a passkey here? Choose a password.
sign-up-confirm-password-send = Sign in with the password
error-no-means = Make a passkey, or write a password here.

# Sign-in and security
security-title = Sign-in and security
account-menu = My menu
account-nav-short = My menu, short
security-back = Back to sign-in and security
security-must = The town asks its staff for a second step. Add a passkey or a code, then go on.
security-must-prove = You have one already: confirm it now.
security-ways = How you sign in
security-change = Change
security-the-password = the password
security-password-set = set
security-password-none = none
security-password-choose = Choose a password
security-passkey = Passkey
security-passkey-none = none
security-passkey-add = Add a passkey
security-made = made
security-rename = Rename
security-remove = Remove
security-code = Code from an app
security-code-on = on
security-code-off = off
security-code-why = After the password it asks for a code that changes every half minute.
security-code-add = Switch on
security-the-code = the code
security-off = Switch off
security-recovery-left = { $n ->
    [0] no recovery code left
    [one] one recovery code left
   *[other] { $n } recovery codes left
}
security-recovery-renew = New recovery codes
account-security = Passkeys, codes and devices
account-password-none = Your account has no password.
method-password = with the password
method-code = with password and code
method-passkey = with a passkey
method-provider = with a digital identity
method-directory = with the town’s own sign-in
method-link = with a link from a mail
device-name-title = Which device is it?
device-name-help = A name that helps you recognise it, such as “Phone at home”.
passkey-name-title = What is the passkey called?
passkey-name-help = A name that helps you recognise it, such as “Phone”.
label-own-name = Name
passkey-new-title = Add a passkey
passkey-new-send = Make the passkey
passkey-remove-title = Remove the passkey “{ $label }”?
passkey-remove-text = Nobody signs in with this passkey any more. Delete it from the device, too, if it is kept there.
passkey-remove-send = Remove the passkey
code-title = Code from an app
code-what = After the password you enter a code of six digits that your phone shows. So the password alone is of no use to anybody.
code-apps = You need an app that makes codes, such as Aegis, FreeOTP or the password manager of your phone.
code-begin = Begin
code-step-app = Open the app on your phone and choose to add an account.
code-step-scan = Point the camera at the picture.
code-step-type = Or type this key:
code-step-open = Or open the app on this device
code-step-confirm = Enter the code that the app shows.
code-confirm-send = Switch the code on
code-again = Start again with another key
code-remove-title = Switch the code off?
code-remove-text = No code is asked after the password any more. The recovery codes are void.
code-remove-send = Switch the code off
recovery-title = Your recovery codes
recovery-text = If you lose your phone, one of these takes the place of the code. Each is good once. Save them now: the square of { $town } cannot show them again.
recovery-download = Download as text
recovery-print = Print
recovery-done = I have saved them
recovery-file = Recovery codes for the square of { $town }, { $name }. Each is good once.
recovery-renew-title = Do you want new recovery codes?
recovery-renew-text = The old ones are void, also those you have not used.
recovery-renew-send = Make new codes
toast-passkey-added = Passkey added.
toast-passkey-removed = Passkey removed.
toast-code-on = The code is on. Save the recovery codes.
toast-code-off = The code is off.
toast-recovery-renewed = Here are the new codes. The old ones are void.
act-person-passkey-added = passkey added
act-person-passkey-removed = passkey removed
act-person-passkey-copied = passkey that seems copied, refused
act-person-code-on = code switched on
act-person-code-off = code switched off
act-person-recovery-renewed = new recovery codes
act-person-recovery-used = recovery code used
act-person-session-closed = device signed out
act-person-sessions-closed = other devices signed out

# Mails
factor-passkey = the passkey “{ $label }”
factor-code = the code from an app
mail-factor-added-subject = A new way to sign in to your account
mail-factor-added-text =
    Hello { $name },

    your account in the square of { $town } now has { $what }.
    If that was not you, remove it at once and change your password here:

    { $link }

    The square of { $town }
mail-factor-removed-subject = A way to sign in was removed
mail-factor-removed-text =
    Hello { $name },

    this was removed from your account in the square of { $town }: { $what }.
    If that was not you, look who has signed in and change your password here:

    { $link }

    The square of { $town }
mail-passkey-copied-subject = One of your passkeys seems to be copied
mail-passkey-copied-text =
    Hello { $name },

    somebody tried to sign in to your account in the square of { $town } with { $what }, but it seems to be a copy. We did not let them in.
    Remove that passkey here and make a new one:

    { $link }

    The square of { $town }
mail-recovery-renewed-subject = New recovery codes
mail-recovery-renewed-text =
    Hello { $name },

    new recovery codes were made in your account in the square of { $town }. The old ones are void.
    If that was not you, look who has signed in and change your password here:

    { $link }

    The square of { $town }
mail-recovery-used-subject = A recovery code was used
mail-recovery-used-text =
    Hello { $name },

    somebody signed in to your account in the square of { $town } with a recovery code. Codes left: { $what }.
    If that was not you, change your password and make new codes here:

    { $link }

    The square of { $town }
