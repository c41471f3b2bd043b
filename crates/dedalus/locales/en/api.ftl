# Applications that act for a person
oauth-title = Do you want to let “{ $app }” in?
oauth-who = A program of somebody else is asking, not the town. It will act in your name, { $name }.
oauth-what = What it will be able to do
oauth-back = After your answer you go back to { $place }.
oauth-site = Its site: { $site }
oauth-warning = Let it in only if you know the program. It does not need your password and will not see it.
oauth-allow = Let it in
oauth-refuse = No, thank you
oauth-later = You can take it back whenever you like: your applications
oauth-unsound-title = Something is wrong with this request
oauth-unsound-text = We have sent nothing to anybody. Go back to the program you come from and tell its makers.
oauth-unsound-home = Back to the square
oauth-unknown-client = We do not know the program that is asking, or it was taken away.
oauth-unknown-redirect = The address we would send you back to is not one of those the program has declared.
applications-title = Connected applications
applications-lead = The programs that you let act for you. When you take that back, they open nothing from that moment on. When you change your password or sign out everywhere, all of it ends.
applications-empty = You have let no program in.
application-name = Application
application-since = Since
application-revoke = Take back
application-site = Site
application-back = Goes back to
application-people = People
application-known = Registered
application-active = active
application-gone = taken away
application-take-away = Take away
application-ask-title = Take away the application “{ $name }”?
application-ask-text = { $n ->
    [0] Nobody uses it. From now on it can neither ask for anything nor open anything.
    [one] One person has let it in: that ends at once, and cannot be undone.
   *[other] { $n } people have let it in: that ends at once, and cannot be undone.
}
admin-applications = Applications
admin-applications-lead = Programs of others that registered to use the interface. Take away those that do harm: what they were allowed ends at once.
admin-applications-filter = Filter the applications
admin-applications-empty = No applications
admin-applications-empty-text = No program has registered yet.
toast-application-revoked = Taken back.
toast-client-revoked = Application taken away.
act-application-allowed = application let in
act-application-revoked = application no longer let in
act-client-revoked = application taken away

# Scopes
scope-read = Read everything that you read
scope-read-accounts = Read your profile and those of others
scope-read-statuses = Read the posts and comments that you see
scope-read-bookmarks = Read your bookmarks
scope-read-follows = Read whom and what you follow
scope-read-notifications = Read your notices
scope-write = Write and act in your name everywhere in the square
scope-write-statuses = Write, change, share and delete your posts and comments
scope-write-favourites = Like in your name, and take that back
scope-write-bookmarks = Add and remove your bookmarks
scope-write-notifications = Mark your notices as read
scope-write-follows = Follow, join communities and leave them in your name
scope-follow = Read whom you follow, and follow in your name
error-oauth-scope = There is no such scope.

# The page of the interface
api-title = Interface for programs
api-lead = Read the square and act for a person with a program of your own. What everybody reads is open to everybody, without permission.
api-openapi = The OpenAPI description
api-metadata = The OAuth metadata
api-begin = How to begin
api-begin-1 = Register the program: one request, and the answer says its name (client_id).
api-begin-2 = Send the person to /oauth/authorize with response_type=code, the state and a PKCE challenge (S256).
api-begin-3 = The person sees what you ask for and answers; they come back to your address with a code that is good for a minute.
api-begin-4 = Change the code at /oauth/token: the token is good for an hour, the one to renew it for ninety days after its last use.
api-keys = For a program that is yours alone a personal key is enough:
api-rules = The rules
api-rule-same = The permissions, limits and rules of the pages hold: a program reads and writes what the person may, never for an office.
api-rule-pages = Lists say in the header Link where the next page begins.
api-rule-once = A write repeated with the same Idempotency-Key is done once.
api-rule-errors = Errors follow RFC 9457 and name the field.
api-rule-often = If you come too often the answer is 429: wait for the seconds of Retry-After.
api-word = Word
api-means = What it allows
api-addresses = The addresses
api-address = Address
api-does = What it does
api-public = without permission, too
error-api-choice = There is no such choice.
error-api-number = Write one of the allowed numbers.
error-api-words = The text is empty or too long.
