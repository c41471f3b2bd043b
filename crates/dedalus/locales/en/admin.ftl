# The frame
admin-title = Administration
admin-menu = Administration menu
admin-nav = Administration
admin-nav-short = Administration, short menu
admin-nav-town = Town
admin-nav-system = System
admin-work = How it goes
admin-overview = At a glance
admin-people = People
admin-pages = Institutional pages
admin-offices = Offices and hours
admin-clarity = Clarity of the pages
admin-jobs = Queued jobs
admin-mail = Outgoing mail
admin-audit = Record of acts
admin-actions = Actions
admin-show = Open
admin-change = Change
admin-remove = Remove
admin-end = End
admin-next = Next
admin-csv = Download as CSV
admin-state = State
admin-any-state = All states
admin-open = open
admin-closed = closed
admin-closed-since = Since { $when }.
admin-choose = Choose
admin-nobody = nobody
admin-name-words = Name
admin-filters-on = Active filters
admin-filter-off = remove the filter
admin-empty-filtered = Nothing matches
admin-empty-filtered-text = Try fewer filters, or a shorter word.
admin-empty-all = Show everything
admin-public-page = See the public page
admin-position = Place in the list
admin-position-help = A number: small ones come first. Without one it goes last.
error-position = Enter a number from 0 to 9999.
error-long = Too long: shorten it a little.

# At a glance
admin-stuck = { $n ->
    [one] One job needs you.
   *[other] { $n } jobs need you.
}
admin-stuck-look = See what happened
admin-disk-low = The disk is nearly full.
admin-disk-low-text = Make room before everything stops.
admin-new-people = { $n ->
    [one] one new this week
   *[other] { $n } new this week
}
admin-verified = Verified
admin-suspended-count = { $n ->
    [one] one suspended
   *[other] { $n } suspended
}
admin-staff = With a role
admin-staff-text = those who work in the offices
admin-opinions = { $n ->
    [one] one opinion
   *[other] { $n } opinions
}
admin-jobs-waiting = Jobs waiting
admin-jobs-running = { $n ->
    [one] one running
   *[other] { $n } running
}
admin-jobs-dead = Failed jobs
admin-jobs-verify = { $n ->
    [one] one to check
   *[other] { $n } to check
}
admin-mail-dead = Letters not sent
admin-mail-waiting = { $n ->
    [one] one waiting
   *[other] { $n } waiting
}
admin-database = Database
admin-disk = Free space
admin-disk-of = of { $whole }
admin-version = Version

# People
admin-people-filter = Filter people
admin-people-words = Name, username or email
admin-people-count = { $n ->
    [one] One person, by name
   *[other] { $n } people, by name
}
admin-people-empty = Nobody here yet
admin-people-empty-text = Whoever signs up appears here. You can also invite people.
admin-tier = Level
admin-any-tier = All levels
admin-tier-registered = registered
admin-tier-verified = verified
admin-state-active = active
admin-state-invited = waiting for a password
admin-state-suspended = suspended
admin-state-closed = closed
admin-role = Role
admin-roles = Roles
admin-any-role = All roles
admin-no-role = No role
admin-citizen = no role
admin-since = With us since
admin-voice = Speaks as
admin-sessions = Devices
admin-sessions-count = { $n ->
    [0] none
    [one] one device signed in
   *[other] { $n } devices signed in
}
admin-in-audit = Look in the record
admin-invite = Invite a person
admin-invite-lead = You prepare the account and we send a link: whoever gets it chooses the password.
admin-handle-help = Letters without accents, digits and underscores. It cannot be changed later.
admin-invite-email-help = The link goes here and works for seven days.
admin-invite-role-help = If you give a role, choose the office, too.
admin-invite-send = Create the account and send the invitation
admin-invitation = Invitation
admin-invitation-text = This person has not chosen a password yet.
admin-invitation-again = Send the invitation again
error-has-password = This person already has a password. If it is lost, a new one can be chosen from the sign-in page.
admin-office = Office
admin-any-office = All offices
admin-no-office = No office
admin-from = From
admin-until = Until
admin-running = running
admin-roles-empty = No role, neither now nor before.
admin-role-begin = Give a role
admin-role-begin-send = The role begins now
admin-role-end-title = Does { $name }’s role end?
admin-role-end-text = { $role }, { $office }. From then on nothing can be done with this role. It stays in the history.
admin-role-end-send = End the role
error-role = Choose a role.
error-office = Choose an office from the list.
error-last-system = This is the last person who runs the system. Give that role to somebody else first.
admin-verify = Identity
admin-verify-text = If the person stands before you at the counter, you can verify them now.
admin-verify-document = I have seen a valid document and the name matches
admin-verify-send = Verify at the counter
admin-verified-text = Identity verified. If that was a mistake, take it back.
admin-unverify-send = Take the verification back
error-document = Look at the document first, then tick the box.
admin-suspend = Suspend this person
admin-suspend-text = They are signed out everywhere at once and cannot sign in. What they wrote stays. You can undo this.
admin-reason = Reason
admin-reason-help = It stays in the record. Write the facts, in one line.
admin-suspend-send = Suspend
admin-suspended-title = This person is suspended
admin-reactivate-send = Let in again
error-reason = Write the reason.
error-reason-long = 300 characters at most.
error-suspend-self = You cannot suspend yourself. Ask another person who runs the system.
toast-person-invited = Account created. The invitation is on its way.
toast-invitation-sent = The invitation goes out again.
toast-person-suspended = Person suspended, and signed out everywhere.
toast-person-reactivated = The person can sign in again.
toast-person-verified = Identity verified.
toast-person-unverified = Verification taken back.
toast-role-begun = The role has begun.
toast-role-ended = The role has ended.

# Institutional pages
admin-pages-filter = Filter pages
admin-pages-empty = No pages yet
admin-pages-empty-text = A page is a voice of the town hall: create one.
admin-page-new = New page
admin-page-create = Create the page
admin-page-handle = Name in the address
admin-page-handle-help = For example polizia-locale. If you leave it empty it comes from the name. It cannot be changed later.
admin-initials = Letters of the mark
admin-initials-help = One to three letters: they stand in the circle beside the name.
admin-colour = Colour of the mark
admin-colour-sea = sea
admin-colour-terra = terracotta
admin-colour-sand = sand
admin-page-bio = Introduction
admin-page-bio-help = Who speaks here and about what, in a sentence or two.
admin-page-office = Office behind the page
admin-page-office-help = The page shows its hours and contacts.
admin-cover = Drawing on top
admin-cover-golfo = The gulf
admin-cover-porto = The harbour
admin-cover-mercato = The market
admin-cover-duomo = The cathedral
admin-cover-chiostro = The cloister
admin-cover-scaffali = The bookshelves
admin-cover-gronda-leone = The lion-head gutter
admin-cover-acquedotto = The aqueduct
admin-cover-tempio = The temple
admin-cover-villa-palmeri = Villa Palmeri
admin-cover-monte = The mountain
admin-cover-carnevale = The carnival
admin-cover-corteo = The parade
admin-cover-rogo = The bonfire
admin-cover-navetta = The shuttle bus
admin-cover-raccolta = Waste sorting
admin-cover-lampione = The street lamp
admin-cover-vento = The wind
admin-cover-ufficio = The office
admin-cover-mappa = The map
admin-page-close = Close the page
admin-page-close-title = Close { $name }?
admin-page-close-text = It leaves the lists and nobody speaks for it any more. What it published stays. You can open it again.
admin-page-close-send = Yes, close the page
admin-page-is-closed = This page is closed
admin-page-reopen = Open the page again
error-page-name = The name takes 2 to 80 characters.
error-page-handle = Use small letters without accents, digits and dashes, from 2 to 60.
error-page-handle-taken = There is already a page with this name in its address.
error-initials = Enter one to three letters.
error-page-bio = 300 characters at most.
error-colour = Choose a colour from the list.
error-cover = Choose a drawing from the list.
admin-editors = Who speaks
admin-editors-title = Who speaks as this page
admin-editors-help = Outside, people read the page’s name. The record keeps who wrote.
admin-editors-empty = Nobody yet: add the first person.
admin-editor-rights = What { $name } may do
admin-may-publish = Publishes posts
admin-may-reply = Answers comments
admin-editor-add = Add a person
admin-editor-add-send = Add
admin-editor-who = Username or email
admin-editor-who-help = Of a person who already has an account.
admin-editor-end-title = Remove { $name }?
admin-editor-end-text = { $name } will no longer speak as { $page }. What was published stays.
admin-editor-end-send = Yes, remove
error-nobody = We find nobody with this username or email.
error-person-suspended = This person is suspended: let them in again first.
error-rights = Choose at least one thing they may do.
toast-page-closed = The page is closed. You can open it again from here.
toast-page-reopened = The page is open again.
toast-editor-added = They can now speak as this page.
toast-editor-changed = Saved: the new rights count at once.
toast-editor-removed = They no longer speak as this page.

# Offices
admin-offices-filter = Filter offices
admin-offices-empty = No offices yet
admin-offices-empty-text = Roles are given in an office: create the first one.
admin-office-new = New office
admin-office-create = Create the office
admin-office-slug = Name in the address
admin-office-slug-help = For example lavori-pubblici. If you leave it empty it comes from the name. It cannot be changed later.
admin-office-kind = Kind
admin-any-kind = All kinds
admin-kind-ordinary = office
admin-kind-public-relations = public relations (URP)
admin-kind-political = political office
admin-office-purpose = What it does
admin-office-purpose-help = In one sentence, in the words of those who look for it.
admin-office-parent = Office above
admin-no-parent = None
admin-members = Roles
admin-head-help = Username or email of whoever heads it.
admin-hours-help = One line a day, for example 9:00–13:30, 15–17. Empty means closed.
admin-day-1 = Monday
admin-day-2 = Tuesday
admin-day-3 = Wednesday
admin-day-4 = Thursday
admin-day-5 = Friday
admin-day-6 = Saturday
admin-day-7 = Sunday
admin-office-close = Close the office
admin-office-close-title = Close { $name }?
admin-office-close-text = It leaves the public lists. Its history stays. You can open it again.
admin-office-close-send = Yes, close the office
admin-office-is-closed = This office is closed
admin-office-reopen = Open the office again
error-office-name = The name takes 2 to 100 characters.
error-slug = Use small letters without accents, digits and dashes, from 2 to 60.
error-slug-taken = There is already an office with this name in its address.
error-kind = Choose a kind from the list.
error-phone = In the telephone number use digits, spaces, + and -.
error-office-circle = An office cannot stand below itself. Choose another one.
error-office-staffed = Somebody still holds a role here. End those roles first.
error-office-above = Other offices stand below this one. Move them first.
error-hours-shape = “{ $piece }” is not a stretch of time. Write for example 9:00–13:30.
error-hours-time = “{ $piece }” is not a time. Write for example 9 or 9:30.
error-hours-order = In “{ $piece }” it closes before it opens.
error-hours-overlap = “{ $piece }” begins before the one before has ended.
error-hours-many = Six stretches a day at most.
toast-office-closed = The office is closed. You can open it again from here.
toast-office-reopened = The office is open again.

# Jobs
admin-jobs-lead = What the system does by itself: letters, cleaning, indexes. If something fails, here you see why.
admin-jobs-filter = Filter jobs
admin-jobs-words = Words in the error
admin-jobs-empty = No jobs
admin-jobs-empty-text = When the system has something to do it appears here.
admin-recurring = Jobs that come back
admin-recurring-empty = The first round has not begun yet.
job-number = Number
job-kind = What
job-queued = Queued
job-next = Next time
job-last = Last time
job-never = never
job-finished = Finished
job-tries = Tries
job-tries-most = Tries at most
job-error = Error
job-waiting = waiting
job-running = running
job-done = done
job-dead = failed
job-verify = to check
job-soon = It starts: { $when }.
job-again = It failed and tries again: { $when }. Tries so far: { $tries }.
job-now = Somebody is working on it now.
job-over = Finished: { $when }.
job-gave-up = It failed and gave up. Tries: { $tries }.
job-look = We do not know whether it worked: please check.
job-retry = Try again now
job-retry-title = Try again?
job-retry-text = Remove the cause of the error first. Then the job starts over.
job-retry-verify = First check whether it already happened: if you try again, it may happen twice.
job-not-dead = This job is not stuck: it has started again, or has finished.
job-kind-mail-send = Send a letter
job-kind-jobs-sweep = Forget finished jobs
job-kind-identity-sweep = Forget sessions and requests that ran out
job-kind-social-collect = Remove pictures without a post
job-kind-social-sweep = Erase removed posts for good

# Mail
mail-waiting = Waiting
mail-sent = Sent
mail-sent-text = in the last two weeks
mail-dead = Not sent
mail-list = Letters
mail-filter = Filter letters
mail-probe-title = Does mail arrive?
mail-probe-text-page = We send a test letter to { $email }, from { $sender }.
mail-to-folder = At the moment letters are not sent: they go to a folder, for trying things out.
mail-probe-send = Send the test letter
admin-mail-empty = No letters yet
admin-mail-empty-text = Confirmations, passwords, invitations: when they go out they appear here.
mail-probe-subject = Test: mail arrives

# Record
admin-audit-lead = Who did what, when, and how it was before. Lines are only ever added.
admin-audit-filter = Filter the record
admin-audit-words = Name of who acts or of the thing
admin-any-act = All acts
admin-audit-empty = The record is empty
admin-audit-empty-text = The first thing somebody does appears here.
audit-when = When
audit-who = Who
audit-voice = As page
audit-as = as { $voice }
audit-address = Network address
audit-act = Act
audit-act-word = Act, short word
audit-kind = Kind of thing
audit-number = Number
audit-subject = On what
audit-before = Before
audit-after = After
audit-change = What changed
audit-change-show = Show
act-person-signed-up = signed up
act-person-added = account created
act-person-invited = invitation
act-person-invitation-sent = invitation sent again
act-person-renamed = name changed
act-person-password-changed = password changed
act-person-password-reset = new password after losing it
act-person-suspended = suspension
act-person-reactivated = let in again
act-person-verified = verified at the counter
act-person-unverified = verification taken back
act-membership-begun = role begun
act-membership-ended = role ended
act-page-created = page created
act-page-changed = page changed
act-page-closed = page closed
act-page-reopened = page opened again
act-editor-added = may speak as a page
act-editor-changed = rights changed
act-editor-removed = no longer speaks as a page
act-office-created = office created
act-office-changed = office changed
act-office-closed = office closed
act-office-reopened = office opened again
act-job-retried = job tried again
act-mail-probed = test letter
act-post-published = post published
act-post-edited = post changed
act-post-deleted = post deleted
act-post-restored = post restored
act-comment-published = comment published
act-comment-edited = comment changed
act-comment-deleted = comment deleted
act-comment-restored = comment restored

# Clarity
clarity-total = On average { $mean } stars out of 5, { $opinions }.
clarity-by-page = Page by page
clarity-latest = The latest words
clarity-filter = Filter pages
clarity-page-words = Part of the address
clarity-page = Page
clarity-mean = Mean
clarity-opinions = Opinions
clarity-read = Read
clarity-stars = Stars
clarity-any-stars = All
clarity-reason = Answer
clarity-words = Words
clarity-day = Day
clarity-words-filter = Filter opinions
clarity-words-words = Words or page
admin-clarity-empty = No opinions yet
admin-clarity-empty-text = Every public page asks at its end: the answers arrive here.
clarity-words-empty = No words yet
mail-probe-text =
    Hello { $name },

    this is the test letter you asked for from the administration of the square of { $town }.
    If you can read it, mail arrives.

    { $link }

    The square of { $town }
mail-invite-subject = Your account is ready: choose a password
mail-invite-text =
    Hello { $name },

    the town of { $town } has prepared an account for you in its online square.
    To begin, open this page and choose your password:

    { $link }

    The link works for seven days, and only once. If it has run out, ask for another one from the sign-in page.

    The square of { $town }
