# Providers of identity and the directory
provider-kind-openid = OpenID Connect
provider-kind-spid = SPID
provider-kind-cie = CIE
provider-kind-ldap = Directory (LDAP)

# Buttons
button-list = Sign in with
button-enter = Sign in with { $provider }
button-prove = Confirm with { $provider }
button-or = or
button-spid-what = What is SPID?
button-spid-none = No SPID yet?
button-cie-what = What is the CIE?

# Somebody new
newcomer-title = Welcome: one more step
newcomer-text = { $provider } has told us who you are. You have no account here yet: choose what to be called.
newcomer-vouched = confirmed by { $provider }
newcomer-email-help = We send you a message to confirm it. Nobody else sees it.
newcomer-send = Make the account
newcomer-link = Sign in and link
newcomer-link-text = Sign in to your account, then link { $provider } with one click.
known-title = You have an account already
known-text = There is an account with the address { $email } already.
known-advice = To be safe we do not join them by ourselves. Sign in to your account: right after that you link { $provider } with one click.

# Linking
link-go-text = We send you to { $provider }: you say there who you are, then you come back and confirm.
link-go = Go to { $provider }
link-title = Link { $provider }
link-text = From now on { $provider } opens your account, too. Is this you?
link-send = Yes, link it
link-directory-text = Type the name and the password you use for { $provider }, so that we know it is you.
link-directory-user = User name at the office
unlink-title = Unlink { $provider }
unlink-text = You will no longer sign in with { $provider }. Your account stays as it is, and you can link it again at any time.
unlink-send = Unlink
linked-title = Linked sign-ins
linked-help = What you can sign in with, besides the password.
linked-since = linked
linked-used = used
linked-kept = kept by the town
linked-end = Unlink
linked-begin = Link
linked-not = Not linked
toast-linked = Linked. From now on you can sign in with it.
toast-link-already = It was linked to your account already.
toast-unlinked = Unlinked.
error-link-taken = This identity opens another account already.
error-link-last = It is the only way you have to sign in. Choose a password or link something else first.
error-link-directory = The town keeps this link. Ask whoever looks after the system.

# Not let in
refused-title = Signing in did not work
refused-title-cancelled = You cancelled
refused-title-lost = This step is no longer good
refused-title-taken = This identity is linked already
refused-lost = It took too long, or you began again in another tab.
refused-used = This sign-in with { $provider } has been used once already.
refused-cancelled = Nothing has happened: { $provider } has told us nothing about you.
refused-said = { $provider } says that it cannot let you in at the moment.
refused-away = { $provider } does not answer, or answers in a way we do not understand.
refused-code = { $provider } did not accept the confirmation: it may be too old, or used already.
refused-issuer = The answer does not come from { $provider } but from somebody else. We have not used it.
refused-signature = The answer is not signed by { $provider }. We have not used it.
refused-nonce = The answer of { $provider } is not the one to your question. We have not used it.
refused-audience = The answer of { $provider } was meant for another site. We have not used it.
refused-expired = The answer of { $provider } ran out before it arrived.
refused-level = { $provider } has recognised you less surely than is needed here.
refused-stale = { $provider } has not asked you again who you are, and it was needed here.
refused-token = { $provider } has answered in a way we cannot use.
refused-suspended = Your account is suspended.
refused-taken = This identity of { $provider } opens another account already.
refused-another = Somebody else has come from { $provider }, not the person who is signed in here.
refused-advice-again = Begin again: mostly that is enough.
refused-advice-later = Try again in a few minutes, or sign in another way.
refused-advice-cancelled = You can begin again at any time, or sign in another way.
refused-advice-tell = If it happens again, tell the town: something may have to be put right. Meanwhile you can sign in another way.
refused-advice-town = Ask the town why, and how to come back.
refused-advice-taken = If the other account is yours, too, sign in to it and unlink it there: then you can link it here.
refused-advice-another = If you share this computer, sign out first where you confirmed.
refused-again = Try again with { $provider }
refused-back = Back to signing in
refused-back-account = Back to your account
refused-back-prove = Confirm another way

# The directory
error-directory-away = The town’s directory does not answer. With a password of your own you can sign in all the same; otherwise try again soon.
error-directory-suspended = This account is suspended. Ask whoever looks after the system.
error-directory-mail = The directory has no e-mail address for you. Ask whoever keeps it to add one.

# Administration
admin-providers = Sign-ins: SPID, CIE, directory
admin-providers-lead = What people sign in with, besides the password. SPID and CIE always come first.
admin-providers-empty = People sign in with a password only
admin-providers-empty-text = Add SPID, CIE, another provider or the offices’ directory.
admin-provider-kind = Kind
admin-provider-verifies = Verifies identity
admin-provider-yes = yes
admin-provider-no = no
admin-provider-add = Add a sign-in
admin-provider-new = New sign-in: { $kind }
admin-provider-create = Add
admin-provider-name-help = Stands on the button, after “Sign in with”.
admin-provider-slug = Name in the address
admin-provider-slug-help = Small letters, digits and hyphens. It cannot be changed later: it is part of the return address.
admin-provider-issuer = Address of the provider (issuer)
admin-provider-issuer-help = Begins with https://. The provider describes itself there.
admin-provider-client = What the provider calls the town (client ID)
admin-provider-secret = Secret (client secret)
admin-provider-secret-help = We keep it sealed and never show it again.
admin-provider-secret-known = There is one already, sealed. Type here only to change it.
admin-provider-scopes = What to ask for (scopes)
admin-provider-scopes-help = Words separated by spaces. openid must be among them.
admin-provider-acr = Level of assurance (acr)
admin-provider-acr-help = Whoever is recognised less surely is not let in. Words separated by spaces, the preferred one first.
admin-provider-verifies-box = Whoever comes from here with a fiscal code becomes a verified person
admin-provider-return = Return address to give to the provider:
admin-provider-is-closed = Nobody signs in with this
admin-provider-close = Close this sign-in
admin-provider-close-title = Close signing in with { $name }?
admin-provider-close-text = The button goes away and nobody signs in here any more. Links stay, and you can open it again at any time.
admin-provider-reopen = Open again
toast-provider-closed = Sign-in closed.
toast-provider-reopened = Sign-in open again.
error-provider-name = Type a name of 2 to 60 characters.
error-provider-slug-taken = There is a sign-in with this name in the address already.
error-issuer = Type an address that begins with https://, as the provider gives it.
error-issuer-linked = People sign in with this provider already: it cannot become another one. Close it and add a new one.
error-client = Type the name that the provider has given to the town.
error-scopes = The word openid is missing.
error-acr = SPID and CIE need the level, for example https://www.spid.gov.it/SpidL2.
admin-directory-called-help = What you call it at the office: it stands on pages and in the record.
admin-directory-url = Address
admin-directory-url-help = For example ldaps://ldap.town.example, or ldap:// with STARTTLS.
admin-directory-starttls = Make the connection private with STARTTLS (only with ldap://)
admin-directory-bind = As whom the town asks (bind DN)
admin-directory-bind-help = A user that may search for people. Empty: nobody in particular.
admin-directory-password = Password of that user
admin-directory-base = Where people are (base DN)
admin-directory-base-help = For example ou=people,dc=town,dc=example.
admin-directory-filter = Who is a person (filter)
admin-directory-filter-help = { "{user}" } stands for the name that was typed.
admin-directory-name = Attribute with the name
admin-directory-mail = Attribute with the e-mail address
admin-directory-id = Attribute that never changes
admin-directory-id-help = Mostly entryUUID; objectGUID in Active Directory.
admin-directory-group-base = Where groups are (base DN)
admin-directory-group-base-help = Empty: no groups are read.
admin-directory-group-filter = Groups of a person (filter)
admin-directory-group-filter-help = { "{dn}" } stands for the person, { "{user}" } for the name that was typed.
error-directory-url = Type an address such as ldaps://ldap.town.example. ldaps:// needs no STARTTLS.
error-directory-plain = Passwords would go over the wire readable: choose STARTTLS or ldaps://.
error-directory-empty = This is needed.
error-directory-filter = Type a filter in brackets, with { "{user}" } in place of the name.
error-directory-group-filter = Type a filter in brackets.
admin-groups = Groups and roles
admin-groups-help = Whoever signs in with the directory has the roles of their groups. They begin and end at each sign-in; those given by hand stay.
admin-groups-empty = No group gives a role yet.
admin-group = Group
admin-group-help = The short name (cn) or the whole one (DN).
admin-group-add = Add a group
admin-group-add-send = Add
error-directory-group = Type the group’s name.
error-directory-group-twice = This line is there already.

# Trying out
probe-begin = Try it
probe-word = Trial
probe-title = Trial of { $name }
probe-fine = All is well: it can be used.
probe-faulty = Something is wrong: read the marked lines.
probe-good = fine
probe-bad = to be fixed
probe-again = Try again
probe-back = Back to the settings
probe-address = “{ $value }” is no address.
probe-private = { $value } lies in a private network. Whoever keeps the machine must name it in outbound.private_hosts.
probe-away = The provider does not answer: { $value }.
probe-odd = It answers, but not like a provider of OpenID Connect: { $value }.
probe-other = It says that it is another one: { $value }.
probe-found = The provider calls itself { $value }.
probe-token = People sign in at { $value }.
probe-no-token = It does not say where to exchange the code (token endpoint).
probe-keys = Keys it publishes for its signatures: { $value }.
probe-no-keys = It publishes no key for its signatures.
probe-signed = It signs in a way we can check.
probe-not-signed = It signs in no way that we can check.
probe-pkce = It knows PKCE with S256.
probe-no-pkce = It does not know PKCE with S256.
probe-scopes = It knows everything we ask for.
probe-no-scopes = It does not know these scopes: { $value }.
probe-acr = It knows the level we ask for.
probe-no-acr = It does not know these levels: { $value }.
probe-ldap-there = The directory answers at { $value }.
probe-ldap-away = The directory does not answer: { $value }.
probe-ldap-bound = The town has said who it is. { $value }
probe-ldap-unbound = The town was not accepted: { $value }.
probe-ldap-base = This place is there: { $value }.
probe-ldap-no-base = This place is not there, or cannot be read: { $value }.
probe-ldap-filter = The filter of people does not work: { $value }.

# Audit
act-identity-linked = sign-in linked
act-identity-unlinked = sign-in unlinked
act-provider-created = sign-in added
act-provider-changed = sign-in changed
act-provider-closed = sign-in closed
act-provider-reopened = sign-in open again

# Mails
mail-linked-subject = You can now sign in with { $provider }, too
mail-linked-text =
    Hello { $name },

    { $provider } was linked to your account in { $town }: from now on you can sign in with it.

    If it was not you, unlink it at once and change your password:
    { $link }
mail-unlinked-subject = { $provider } no longer opens your account
mail-unlinked-text =
    Hello { $name },

    { $provider } was unlinked from your account in { $town }.

    If it was not you, change your password:
    { $link }
