# The office: absences, verification at the counter, review
nav-office = The office
office-title = The office
office-home = My place
office-menu = Office menu
office-nav = The office
office-nav-short = Office menu
office-lead = Who you are in here, and for whom you stand in now.
office-my-roles = Your roles
office-no-roles = You speak for a page, but hold no role in an office.
office-steads = You are standing in for
office-steads-help = What you do in their place is written down like this: you, for them.
office-instead-of = Standing in for { $names }
office-my-absences = Your absences
office-absences = Absences
office-naming = You are named as a substitute
office-verify = Verification at the counter
office-mine = My offices
office-review = To review
office-people = Who works here
offices-mine-lead = The offices you head: keep hours and contacts up to date.
offices-mine-empty = You head no open office.
absences-lead = When you are away, somebody does your work. No reason is needed.
absences-open = Running and to come
absences-filter = Search absences
absences-words = Name of who is away
absences-empty = Everybody is here
absences-empty-text = No absence running or to come.
absence-new = New absence
absence-person = Who is away
absence-person-help = You can write for yourself and for the people of the offices you head.
absence-office = From which office
absence-office-help = Who works in several offices may have different substitutes.
absence-all-offices = All their offices
absence-from = From
absence-until = Until
absence-substitutes = Who stands in
absence-substitutes-help = In order. If the first is away, their substitute comes next, then the second.
absence-substitute = Substitute
absence-nobody = Nobody
absence-save = Note the absence
absence-cancel = Call the absence off
absence-cancel-text = From now on the person is here, and nobody acts in their place.
absence-cancel-send = Yes, call it off
error-absence-person = Choose a person from the list.
error-absence-order = The end is before the beginning.
error-absence-over = This absence is over already.
error-absence-long = An absence lasts two years at most.
error-moment = Write a day and an hour.
error-substitute = Choose somebody who works here.
error-substitute-self = Nobody stands in for themselves.
error-substitute-twice = This person is in the list already.
verify-lead = Whoever is in front of you shows a document: once verified, they may do what is kept for people known by name.
verify-search = Search the person
verify-words = Name, handle or e-mail
verify-short = Write at least three letters.
verify-nobody = Nobody is called “{ $words }”. Ask with which e-mail they signed up.
verify-found = People found
verify-begin = Verify
verify-latest = The latest verifications
verify-latest-empty = None yet.
verify-by = Who saw it
verify-document = Document
verify-person = Verify { $name }
verify-form-lead = The fiscal code is not kept: only a fingerprint of it, so that nobody is verified twice.
verify-code = Fiscal code
verify-code-help = As on the health card: sixteen characters.
verify-born = Date of birth
verify-residence = District of residence
verify-residence-help = Only used to say who may vote on an area. Nobody sees it.
verify-send = Verify this person
document-cie = Electronic identity card
document-card = Paper identity card
document-passport = Passport
document-licence = Driving licence
document-permit = Residence permit
error-fiscal-code = The code does not add up: check it letter by letter, the last one too.
error-birth-date = Write the date of birth of the document.
error-birth-date-code = This is not the date of the fiscal code.
error-document-kind = Choose the document you saw.
error-verify-self = Nobody verifies themselves: ask a colleague.
error-verify-already = This person is verified already.
conflicts-title = One code, two accounts
conflicts-lead = A person has one verified account. Who heads an office decides, and not who found the case.
conflicts-empty = No open case
conflicts-empty-text = When two accounts show one fiscal code you find it here.
conflict-newcomer = Shows it now
conflict-holder = Had shown it before
conflict-reason = Why
conflict-reason-help = Both people read it in the mail they get.
conflict-move = Move it to { $name }
conflict-keep = Leave it with { $name }
conflict-moved = Moved to the new account.
conflict-kept = Left with the first account.
error-conflict-own = You found this case, or it is decided already: it is somebody else’s.
toast-verification-conflict = Another account has shown this code: the case went to who heads the office.
toast-conflict-decided = Decided. Both people get a mail.
toast-absence-noted = Absence noted.
toast-absence-cancelled = Absence called off.
glass-open = The glass is broken: you see what is confidential until { $when }.
glass-open-close = Close it
glass-close = Close it now
admin-glass = Break the glass
glass-lead = Who keeps the system does not read what is confidential. In an emergency they may open it for half an hour and say why: the data-protection officer and the other administrators are told at once.
glass-reason = Why you need it
glass-reason-help = A sentence that others can understand in a year.
glass-break = Break the glass
glass-times = The times it happened
glass-never = Never, so far.
error-glass-reason = Write why, in at least ten letters.
toast-glass-open = The glass is broken. Those who must know were told.
toast-glass-closed = The glass is whole again.
confidential-short = Confidential
confidential-title = Confidential: { $name }
confidential-audience = Only for who protects the data. Every look stays in the audit.
confidential-consents = Consents
confidential-no-consents = No consent on record.
confidential-no-devices = No open session.
keys-title = Keys for programs
keys-lead = A program that acts for you uses a key of its own, not your password. Take it back whenever you like.
keys-list = Your keys
keys-empty = No keys.
key-made = Here is the key
key-made-text = Copy it now: it is not shown again. If the program asks for a name, it is { $handle }.
key-new = New key
key-label = For which program
key-label-help = A name you recognise, such as “Phone” or “Calendar”.
key-kind = What the program asks for
key-kind-help = If it asks for name and password choose the first.
key-kind-app = An app password
key-kind-token = A token
key-scopes = What it may do
scope-account = Read who you are
scope-sessions = Read on which devices you are signed in
key-lasts = For how long
key-lasts-30 = Thirty days
key-lasts-90 = Three months
key-lasts-365 = A year
key-lasts-ever = Until I take it back
key-used = Last used
key-never = Never
key-over = Expired
key-send = Make the key
key-revoke = Take back
error-key-label = Write which program it is for, in a few words.
error-key-scope = Choose at least one thing it may do.
error-key-lasts = Choose how long from the list.
error-key-many = You have fifty keys already: take some back.
toast-key-revoked = Key taken back: it opens nothing from now on.
admin-invitations = Invitations
tickets-lead = Right now people sign up by invitation only. Each link is good for some people and until a day.
tickets-lead-off = Right now signing up asks for no invitation: links will count once the settings say so (accounts.sign_up).
tickets-list = Invitations made
tickets-empty = No invitation yet.
ticket-label = For whom
ticket-label-help = Only you read it: “Class 3B”, “Youth council”.
ticket-uses = How many people
ticket-days = For how many days
ticket-left = Left
ticket-send = Make the link
ticket-made = Here is the link
ticket-made-text = Copy it now: it is not shown again.
ticket-revoke = Take back
ticket-over = Over
toast-ticket-revoked = Invitation taken back.
error-ticket-label = Write for whom it is, two to a hundred letters.
error-ticket-uses = Write a number from 1 to 1000.
error-ticket-days = Write a number from 1 to 365.
error-ticket-over = This invitation is used up or was taken back: ask for another.
error-password-breached = This password is in a list of stolen passwords: choose another.
error-email-domain = Addresses of this mail service cannot sign up. Use another one.
error-puzzle-wait = Many sign-ups came from here. Wait { $seconds } seconds and press again: what you wrote stays.
error-puzzle-stale = Too much time has passed. Press again: what you wrote stays.
puzzle-wait = Many sign-ups came from here: wait a minute before you press.
act-absence-noted = Absence noted
act-absence-cancelled = Absence called off
act-glass-broken = Glass broken
act-glass-mended = Glass closed
act-key-made = Key made
act-key-revoked = Key taken back
act-person-confidential-read = Confidential part read
act-person-verification-conflict = Two accounts, one code
act-person-verification-decided = Decided whose code it is
act-ticket-made = Invitation made
act-ticket-revoked = Invitation taken back
conflicts-waiting = { $n ->
    [0] No case to decide
    [one] One case to decide
   *[other] { $n } cases to decide
}
mail-conflict-yours-subject = Your account is verified
mail-conflict-yours-text =
    Hello { $name },

    it was decided whose the fiscal code is that two accounts showed: it is yours. Reason: { $reason }

    { $link }

    The square of { $town }
mail-conflict-other-subject = Your account is no longer verified
mail-conflict-other-text =
    Hello { $name },

    it was decided whose the fiscal code is that two accounts showed: it belongs to another account. Reason: { $reason }

    If that is wrong, come to the counter with a document.

    { $link }

    The square of { $town }
mail-glass-subject = Somebody broke the glass
mail-glass-text =
    Hello { $name },

    { $who } has opened what is confidential for half an hour. Reason: { $reason }

    { $link }

    The square of { $town }
review-lead = What another editor wrote or changed for a page that takes two people. Read it calmly.
review-empty = Nothing to review
review-empty-text = When another editor writes for a page with two people, you find it here.
review-own = you wrote it
review-own-text = You wrote it: another editor of the page publishes it.
review-take-back = Take back and change
review-audience = Only the editors of { $page }
review-release = Publish as { $page }
review-return = Not right yet?
review-reason = What you would change
review-reason-help = Who wrote it reads this in the mail they get.
review-return-send = Send back
review-change = change
review-change-text = This changes a published post. Until somebody has read it, the post stays as it is.
review-standing = What it says now
held-change-waits = A change by { $name } waits to be read.
held-change-read = Read it
toast-change-held = The change waits for another editor: we wrote to them.
error-held-waits = A change of this post waits already: somebody reads it first, or whoever wrote it takes it back.
error-held-stale = The post has changed meanwhile or is gone: send the change back, so that whoever wrote it looks again.
error-change-held = This page publishes with two people: change the post on the site, and another editor reads it.
act-post-change-held = Change waits for review
toast-post-held = The post waits for another editor: we have written to them.
toast-post-returned = Sent back.
error-held-own = You wrote it: another editor publishes it.
error-held-decided = Somebody was faster: this post is decided already.
error-held-alone = This page publishes with two people, and you are its only editor. Ask administration to add another.
admin-two-person = Publishing takes two editors: one writes, another reads
act-post-held = Post waits for review
act-post-released = Post reviewed and published
act-post-returned = Post sent back
mail-held-subject = A post to review: { $title }
mail-held-text =
    Hello { $name },

    { $who } wrote or changed a post of a page that publishes with two people: “{ $title }”. You find it here:

    { $link }

    The square of { $town }
mail-returned-subject = A post of yours to change: { $title }
mail-returned-text =
    Hello { $name },

    another editor sent “{ $title }” back. Reason: { $reason }

    Go on with it here:

    { $link }

    The square of { $town }
admin-role-until = Until the day
admin-role-until-help = Included. Leave it empty if there is no end.
error-role-until = Write a day from today on.
handover-title = Handing over
handover-text = When somebody leaves, the pages they speak for and the offices they head go to another person.
handover-to = To whom
handover-to-help = Handle or e-mail.
handover-send = Hand over
error-handover-self = Choose another person.
error-handover-nothing = There is nothing to hand over: no page and no office.
toast-handed-over = Handed over.
act-person-handed-over = Handed over
office-audience = Only for who works for the town
