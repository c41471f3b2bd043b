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
