# Signing in
sign-in-title = Sign in
sign-in-send = Sign in
sign-in-forgotten = Forgotten your password?
sign-in-new-title = New to the square?
sign-in-new-1 = Comment, and talk with the town hall and your neighbours
sign-in-new-2 = Nobody sees your email address
sign-in-new-3 = A name, an email address and a password are enough
sign-in-new-button = Sign up: it takes two minutes
error-sign-in = The address or the password is not right. Check them and try again.

# Signing up
sign-up-title = Sign up
sign-up-closed = At the moment you can only sign up by invitation. Ask the public relations office (URP).
sign-up-send = Sign up
sign-up-privacy = I have read the <a href="/privacy">privacy notice</a> and the <a href="/regole">rules of the square</a> (required)
sign-up-aside-title = Do you already have an account?
sign-up-aside-text = Sign in with the email address you used. If you have lost your password, you can choose a new one.
sign-up-sent-title = One click to go: check your email
sign-up-sent-text = We have written to { $email }. Open the message and confirm that the address is yours: the link works for two days.
sign-up-sent-help = Has it not arrived? Look in your spam folder, and check that you typed the address correctly.
sign-up-sent-again = Start again
sign-up-confirm-title = Is this your address?
sign-up-confirm-text = It is { $email }. After this click your account is ready and you can post in the square.
sign-up-confirm-send = Yes, it is mine
sign-up-over-title = This link no longer works
sign-up-over-text = It has already been used, or more than two days have passed. If you have already confirmed, sign in.
sign-up-over-again = Sign up again

# Forgotten password
reset-ask-title = Forgotten password
reset-ask-text = Enter the email address you signed up with: we will send you a link to choose a new password.
reset-ask-send = Send me the link
reset-sent-text = If { $email } has an account, a message is on its way. The link works for two hours, and only once.
reset-sent-help = Has it not arrived? Look in your spam folder.
reset-title = Choose a new password
reset-send = Save the password
reset-help = You will need to sign in again on all your devices.
reset-over-title = This link no longer works
reset-over-text = It has already been used, or more than two hours have passed.
reset-over-again = Ask for another

# Fields
label-name = Name
label-handle = Username
label-email = Email
label-email-or-handle = Email or username
label-password = Password
label-old-password = Current password
label-new-password = New password
label-bio = A few words about you
label-language = Language
help-name = What you would like to be called in the square: a first name is enough. Everyone sees it.
help-handle = Letters, digits and underscores, for example anna_livigni. It is part of your profile’s address and cannot be changed.
help-email = For confirming your account and recovering your password. Nobody else sees it.
help-password = At least { $n } characters. Three or four random words do very well.
help-bio = Up to 500 characters. Everyone sees it.
error-name-short = Enter a name of at least two letters.
error-name-long = The name is too long: 60 characters at most.
error-name-official = This name sounds like the town hall or one of its offices. Please choose another.
error-handle-short = The username needs at least three characters.
error-handle-shape = In the username use only letters without accents, digits and underscores, 30 at most.
error-handle-taken = This username is already taken. Try another.
error-email = Check the address: it should look like name@example.com.
error-email-taken = This address already has an account.
error-password-short = The password is too short: it needs at least { $min } characters.
error-password-long = The password is too long: 200 characters at most.
error-password-common = Too many people use this password: it is guessed at once. Try three or four random words.
error-password-own = The password contains your name or your email address, so it is easy to guess. Choose another.
error-old-password = This is not your current password.
error-privacy = You need to confirm this to sign up.
error-bio-long = Too long: 500 characters at most.
error-role-held = This person already has this role in this office.

# My account
account-title = My account
account-nav = My account
account-profile = About me
account-password = Password
account-password-send = Change the password
account-devices = Devices
account-devices-help = Where you are signed in to your account. If you do not recognise a device, sign it out and change your password.
account-devices-close = Sign out all the others
account-device-this = This one
account-device-other = Another
account-device-since = signed in
account-device-seen = last used
account-device-close = Sign it out
account-public = How others see me
account-email-confirmed = confirmed
account-tier = Level
account-voice = You speak as
account-until = until
tier-registered = Registered: address confirmed
tier-verified = Verified at the counter
role-operator = Operator
role-officer = Officer
role-manager = Manager
role-administrator = Administrator (political office)
role-editor = Editor
role-system = System administrator
