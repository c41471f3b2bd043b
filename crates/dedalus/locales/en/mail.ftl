mail-confirm-subject = Confirm your address
mail-confirm-text =
    Hello { $name },

    Someone, we hope it was you, asked to join the square of { $town } with this address.
    To confirm, open this page and press the button:

    { $link }

    The link works for two days. If it was not you, you need do nothing: nothing happens unless you confirm.

    The square of { $town }
mail-already-subject = You already have an account
mail-already-text =
    Hello { $name },

    Someone, perhaps you, tried to join the square of { $town } with this address, which already has an account.
    To sign in:

    { $link }

    If you have forgotten your password, you can choose a new one there. If it was not you, you need do nothing.

    The square of { $town }
mail-reset-subject = Choose a new password
mail-reset-text =
    Hello { $name },

    To choose a new password, open this page:

    { $link }

    The link works for two hours, and only once. If you did not ask for it, you need do nothing: your password stays as it was.

    The square of { $town }
mail-no-account-subject = No account with this address
mail-no-account-text =
    Hello,

    Someone, perhaps you, asked for a new password for the square of { $town } with this address, but it has no account.
    Perhaps you signed up with another email address. If you would like to sign up:

    { $link }

    The square of { $town }
mail-password-changed-subject = Your password has been changed
mail-password-changed-text =
    Hello { $name },

    The password of your account in the square of { $town } has just been changed.
    If it was not you, choose a new one at once here:

    { $link }

    The square of { $town }
mail-device-subject = Sign-in from a new device
mail-device-text =
    Hello { $name },

    on { $when } somebody signed in to your account in the square of { $town } with a device we did not know: { $device }.
    If it was you, there is nothing to do. If it was not, end that session and change your password here:

    { $link }

    The square of { $town }
