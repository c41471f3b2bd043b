# One’s own data: consents, download, end of the account, register of processing
admin-processing = Register of processing
account-closing = Your account closes on { $when }.
account-closing-stop = Changed your mind?
toast-data-asked = We are preparing your copy and will write to you when it is ready.
toast-privacy-accepted = Thank you, we have noted it.
toast-email-asked = We have written to the new address: open the link there and confirm.
toast-closing = You have asked to close your account. You have fourteen days to change your mind.
toast-staying = Your account stays. Good to have you here.
error-privacy-box = If you agree, tick this box. Otherwise you can sign out or close your account.
error-email-same = This is your address already: write another one.
error-closing-role = You hold a role in the offices, which has to end first. Ask whoever runs the system.

# My data
data-title = My data
data-lead = What we know about you is yours: take it with you, correct it, delete it.
data-open = Open my data
data-copy = A copy of everything
data-copy-text = We make an archive of your data and pictures. It takes a few minutes. We write to you when it is ready.
data-copy-ask = Prepare my copy
data-copy-again = Prepare a new copy
data-copy-waiting = Your copy is waiting its turn.
data-copy-progress = Done { $done } of { $total }.
data-copy-wait = You can close this page: the work goes on.
data-copy-reload = See how far it is
data-copy-ready = The copy you asked for ({ $when }) is ready.
data-copy-until = You can download it until { $until }. Then we delete it.
data-copy-download = Download the archive
data-copy-failed = We could not make the copy. Try again; if it happens once more, write to the public relations office.
data-correct = Correct
data-correct-text = Name, introduction, language and address are yours to change.
data-correct-profile = Change name, introduction and language
data-correct-email = Change the e-mail address
data-consents = What you agreed to
data-consents-none = You have not agreed to any text yet.
data-consents-text = There is no account without the privacy notice. If you no longer agree, you can close your account.
data-consent-what = Text
data-consent-version = Version
data-consent-given = Agreed
data-consent-ended = Until
data-consent-counts = still counts
consent-privacy = Privacy notice and rules of the square
data-leave = Leaving the square
data-leave-text = You can close your account whenever you want. You have fourteen days to change your mind.
data-leave-link = Close my account
data-read-me =
    Hello { $name },

    This archive holds the data that the square of { $town } has about you. We made it on { $when }.

    dati.json     your data, in a form that programs read
    schema.json   tells programs how dati.json is made (JSON Schema)
    immagini/     the pictures you uploaded, if there are any

    Passwords, keys and secret codes are left out on purpose: we keep only a hash of them, which is of no use to anybody.
    Where somebody else did something that concerns you, you find the fact and not their name.

    Questions? Write to { $email }.

# The privacy notice
privacy-again-title = The privacy notice has changed
privacy-again-text = We have rewritten the text you agreed to. Read it, and tell us whether it is all right with you.
privacy-first-text = Before you begin, read how we treat your data, and tell us whether it is all right with you.
privacy-again-read = Read the privacy notice
privacy-again-send = All right, I agree
privacy-again-no = Not all right?
privacy-again-no-text = You can sign out and decide later, or close your account.

# The end
closing-title = Close the account
closing-lead = The account closes after fourteen days. Until then you can go back.
closing-until = Your account closes on { $when }.
closing-until-text = If you do nothing, there is no way back from that moment on.
closing-stop = I have changed my mind, I stay
closing-goes = What goes
closing-goes-account = Name, handle, e-mail, introduction and the whole profile.
closing-goes-access = Password, devices, keys, proof of identity.
closing-goes-words = Your posts and comments: a line remains that says there was something.
closing-goes-pictures = Your pictures, from our archives too.
closing-stays = What stays
closing-stays-answers = Other people’s answers to your posts: those are their words.
closing-stays-institution = What you wrote for a page of the town. The page is shown, not your name.
closing-stays-audit = The rows of the audit, for five years, as proof. Only those whose task it is see them.
closing-do = Closing my account
closing-do-text = Before you do, you may want to take your data with you.
closing-do-copy = Prepare a copy
closing-send = Yes, close my account

# Another address
email-title = Change e-mail
email-now = At present we write to { $email }.
email-asked = We wait for the confirmation from { $email }. The link is in that mailbox.
email-new = New address
email-new-help = We send a link there. It works for two days. Until you confirm, the present address stays.
email-send = Send the link
email-confirm-title = Is this your new address?
email-confirm-text = If you confirm, from now on we write to { $email } and you sign in with this address.
email-confirm-send = Yes, it is mine
email-confirm-help = We tell the old address, too.
email-over-title = This link no longer works
email-over-text = It has been used, has expired, or you have asked for another one.
email-over-again = Ask for another link

# Letters
mail-data-ready-subject = The copy of your data is ready
mail-data-ready-text =
    Hello { $name },

    The copy of your data is ready. You can download it here until { $until }:

    { $link }

    If you did not ask for it, change your password at once.

    The square of { $town }
mail-data-failed-subject = The copy of your data could not be made
mail-data-failed-text =
    Hello { $name },

    We could not make the copy of your data. We are sorry. You can ask for it again here:

    { $link }

    The square of { $town }
mail-new-email-subject = Confirm the new address
mail-new-email-text =
    Hello { $name },

    You asked to use this address for your account in the square of { $town }.
    To confirm, open this page and press the button:

    { $link }

    The link works for two days. If it was not you, you need do nothing.

    The square of { $town }
mail-email-changed-subject = Your address has changed
mail-email-changed-text =
    Hello { $name },

    From now on your account in the square of { $town } uses the address { $email }. We no longer write to this one.
    If it was not you, turn to the town at once:

    { $link }

    The square of { $town }
mail-closing-subject = Your account closes
mail-closing-text =
    Hello { $name },

    You asked to close your account in the square of { $town }. It will happen on { $when }.
    Until then you can change your mind with one button:

    { $link }

    If you did not ask for it, press that button and change your password.

    The square of { $town }
mail-staying-subject = Your account stays
mail-staying-text =
    Hello { $name },

    You changed your mind: your account in the square of { $town } stays as it was.

    { $link }

    The square of { $town }
mail-closed-subject = Your account is closed
mail-closed-text =
    Hello { $name },

    Your account in the square of { $town } is closed and your data are deleted. This is the last letter.
    Should you want to come back one day, the square is here:

    { $link }

    The square of { $town }
mail-inactive-subject = We have not seen you for a long time
mail-inactive-text =
    Hello { $name },

    It is a long time since you were in the square of { $town }. We do not keep accounts for ever that nobody uses.
    If you want to keep yours, just sign in once before { $when }:

    { $link }

    If you do nothing, the account begins to close after that day. We will write once more.

    The square of { $town }
mail-inactive-closing-subject = Your account is about to close
mail-inactive-closing-text =
    Hello { $name },

    Nobody has used your account in the square of { $town }. It closes on { $when }.
    To keep it, just sign in once:

    { $link }

    The square of { $town }

# The audit
act-person-data-asked = asked for a copy of the data
act-person-email-changed = e-mail changed
act-person-closing = account to be closed
act-person-staying = closing called off
act-person-closed = account closed
act-person-warned = warned of an unused account

# The register of processing
processing-lead = Which personal data we process, what for, and how long. It comes from the same list that copies and deletions are made from.
processing-filter = Search the register of processing
processing-words = Word
processing-empty = No processing yet
processing-empty-text = Every part of the program says here which data it keeps.
processing-activity = Activity
processing-purpose = Purpose
processing-basis = Legal basis
processing-data = Data
processing-people = People
processing-recipients = Recipients
processing-kept = How long
processing-tables = Tables
processing-table = Table
processing-part = Part
processing-end = When the account closes
processing-end-delete = Deleted.
processing-end-blank = Emptied: a number stays, without the person.
processing-days = For { $n } days.
processing-recipients-inside = Only those who work for the town and whose task it is, and whoever hosts the server.
processing-recipients-public = Anybody, for what is public; for the rest only those who work for the town and whose task it is.
processing-recipients-mail = The town’s mail server and that of whoever receives the letter.
processing-recipients-providers = Those who work for the town and whose task it is; the identity providers the person chooses.
kept-institution = Stays: it is a fact of the institution (d.lgs. 42/2004). After the end there is a number without a name.
kept-community = Stays: the community belongs to its members.
kept-voice = Stays: it was said for a page of the institution. The page is shown, not the person.
kept-proof = Stays as proof of who did what (GDPR art. 17 par. 3).
kept-letters = Sealed, and deleted as soon as they go or the account closes; those that cannot go are forgotten.
processing-account-title = Accounts
processing-account-purpose = Taking part in the square with an account.
processing-account-basis = GDPR art. 6 par. 1 point (e): task in the public interest (d.lgs. 82/2005, participation); the privacy notice is accepted.
processing-account-data = Name, handle, e-mail, language, introduction, day of the last sign-in.
processing-account-people = Whoever signs up.
processing-account-kept = As long as the account exists. If nobody uses it, for the months the town has chosen, then a warning and the end. An unconfirmed sign-up for two days.
processing-access-title = Signing in
processing-access-purpose = Letting in the right person and nobody else.
processing-access-basis = GDPR art. 6 par. 1 point (e), and art. 32: security of processing.
processing-access-data = Hashes of passwords and keys, devices, network addresses, second factor, linked identities.
processing-access-people = Whoever signs up.
processing-access-kept = Sessions until they expire, keys as long as the person keeps them, devices as long as they are used.
processing-verification-title = Verified identity
processing-verification-purpose = Knowing that one person, and only one, stands behind an account.
processing-verification-basis = GDPR art. 6 par. 1 point (e) (d.lgs. 82/2005 art. 64).
processing-verification-data = Hash of the fiscal code, kind of document, who verified; date of birth and area of residence, sealed.
processing-verification-people = Whoever is verified.
processing-verification-kept = As long as the account exists.
processing-conversation-title = Conversation
processing-conversation-purpose = Talking in the square: posts, comments, pictures.
processing-conversation-basis = GDPR art. 6 par. 1 point (e): participation of citizens.
processing-conversation-data = Texts, earlier versions, pictures with their descriptions.
processing-conversation-people = Whoever writes.
processing-conversation-kept = As long as whoever wrote keeps them. What is taken away can be brought back for seven days.
processing-institution-title = Offices and pages
processing-institution-purpose = Knowing who works where, who stands in for whom, who speaks for a page.
processing-institution-basis = GDPR art. 6 par. 1 points (c) and (e) (d.lgs. 33/2013, d.lgs. 42/2004).
processing-institution-data = Roles, absences and substitutions without their reason, texts written for pages.
processing-institution-people = Whoever works for the town.
processing-institution-kept = Without end, as acts of the institution; the name goes when the account closes.
processing-letters-title = Letters
processing-letters-purpose = Writing to people: confirmations, notices, links.
processing-letters-basis = GDPR art. 6 par. 1 point (e).
processing-letters-data = Address and text, sealed until the letter goes.
processing-letters-people = Whoever receives a letter.
processing-letters-kept = Until it goes; thirty days if it cannot be delivered.
processing-rights-title = People’s rights
processing-rights-purpose = Giving the copy of the data, remembering what was agreed to.
processing-rights-basis = GDPR art. 6 par. 1 point (c) (arts. 7, 15, 20).
processing-rights-data = Texts agreed to with version and date, copies asked for with their archive.
processing-rights-people = Whoever signs up.
processing-rights-kept = The archive for seven days; the rest as long as the account exists.
processing-audit-title = Audit
processing-audit-purpose = Proving who did what, and when.
processing-audit-basis = GDPR art. 5 par. 2, art. 6 par. 1 points (c) and (e), art. 32.
processing-audit-data = Name of who acts, network address, act, before and after.
processing-audit-people = Whoever works for the town; whoever signs up, for acts on their own account.
processing-audit-kept = Five years, then it is deleted.
processing-running-title = Running the program
processing-running-purpose = Telling the parts of the program that something happened.
processing-running-basis = GDPR art. 6 par. 1 point (e).
processing-running-data = Numbers of who acted and on what, without texts.
processing-running-people = Whoever writes in the square.
processing-running-kept = Without end, without the person once the account is closed.
