# Communities, following, one’s own square, blocks
nav-communities = Communities
search-kind-community = Community
nav-my-square = My square
nav-followed = What I follow
nav-followers = Who follows me
nav-blocks = Blocked and muted
follow = Follow
follow-end = Following: stop
follow-asked = Asked: take back
follow-stop = Stop following
follow-waiting = waiting for an answer
followers-count = { $n ->
    [one] one follower
   *[other] { $n } followers
}
followed-title = What I follow
followed-lead = Every post of what you follow comes to your square, newest first.
followed-filter = Filter what you follow
followed-kind = Kind
followed-any = Everything
followed-person = People
followed-page = Town pages
followed-community = Communities
followed-tag = Topics
followed-office = Offices
followed-empty = Nothing here
followed-empty-text = Press “Follow” on a person, a page, a community, a topic or an office.
askings-title = Who follows me
askings-private = Your profile is private: who wants to follow you asks first.
askings-open = Your profile is open: anybody can follow you.
askings-change = Change it in your profile
askings-waiting = Asking
askings-none = Nobody is waiting for an answer.
asking-accept = Accept
asking-refuse = Refuse
followers-title = Your followers
followers-none = Nobody follows you yet.
follower-remove = Remove
person-more = More
person-private = private profile
person-closed = This profile is private
person-closed-text = { $name } shows posts only to accepted followers.
person-apart = This profile is not available
person-apart-mine = You blocked this person: you read nothing of each other.
profile-private = Private profile
profile-private-text = Only followers you accept read what you post in your name. Comments stay visible.
mute = Mute
mute-lift = Unmute
block = Block
block-lift = Unblock
block-question = Block { $name }?
block-text = You will read nothing of each other and follow each other no more. We do not tell them.
block-text-mute = If you only want their posts out of your lists, mute them.
block-send = Block
blocks-title = Blocked and muted
blocks-lead = Whom you block reads nothing of you, nor you of them. Whom you mute is left out of your lists.
blocked-title = Blocked people
blocked-none = You have blocked nobody.
muted-title = Muted people
muted-none = You have muted nobody.
shared-by = Shared by { $name }
square-title = My square
square-lead = What the people, pages and communities you follow say.
square-reload = See if there is more
square-new = { $n ->
    [one] One new post
   *[other] { $n } new posts
}
square-new-many = More than 20 new posts
square-empty = Your square is still empty
square-empty-text = Follow a page, a person or a community: what they say comes here.
home-mine = My square
home-mine-all = All of my square
communities-title = Communities
communities-lead = People around a matter of the territory. Come in, read, have your say.
communities-filter = Filter communities
communities-words = Search by name
communities-any-topic = All topics
communities-all = All communities
communities-mine = My communities
communities-invited = You are invited
communities-empty = No community
communities-empty-text = Try other words, or start one yourself.
communities-count = { $n ->
    [one] One community
   *[other] { $n } communities
}
community-new = Start a community
community-make = Start the community
community-settings = Settings
community-topic = Topic
community-topic-choose = Choose a topic
topic-culture = Culture and feasts
topic-sport = Sport and open air
topic-family = Family and school
topic-quarter = Neighbourhood
topic-trade = Trade and work
topic-environment = Environment and mobility
topic-help = Helping each other
topic-other = Other
community-open = Open
community-listed = On request
community-secret = Secret
community-open-text = Anybody reads it; members write, and anybody with an account joins at once.
community-listed-text = Everybody finds it; only members read and write. To join, one asks.
community-secret-text = Only members and invited people know of it.
community-any-kind = All kinds
community-kind = Who finds and reads it
community-kind-change = If you change it, who reads what was already written changes at once.
community-name-help = Two or three words that say what it is about.
community-address = Name in the address
community-address-help = Letters, digits and “_”, for example termini_by_bike. It cannot be changed.
community-purpose = Why it exists
community-purpose-help = One or two sentences: for whom it is, and what one does there.
community-place = Place
community-place-help = If it belongs to a quarter, a street, a beach.
community-rules = Rules
community-rules-help = Few and clear. They come on top of the rules of the square. Lists and bold are possible.
community-verified-first = First let us know who you are
community-verified-text = People verified by SPID, CIE or a document at the counter start communities: somebody must answer for the place.
community-verified-how = How to be verified
community-in = in
community-members-only = members only
community-members = Members
community-posts = Posts
community-members-count = { $n ->
    [one] One member
   *[other] { $n } members
}
community-posts-count = { $n ->
    [one] One post
   *[other] { $n } posts
}
community-lively = last post { $when }
community-state-open = Active
community-state-asleep = Asleep
community-state-closed = Closed
community-asleep = This community is asleep.
community-asleep-text = Nobody has written for a year: it can be read; to write, whoever keeps it must wake it.
community-wake = Wake it
community-asking = { $n ->
    [one] One person asks to join
   *[other] { $n } people ask to join
}
community-closed-door = Members read here
community-closed-door-text = Ask to join: whoever keeps the community answers.
community-ask = Ask to join
community-ask-words = A few words about you
community-ask-send = Send the request
community-ask-no-more = Take the request back
community-you-asked = You asked to join
community-you-banned = Whoever keeps the community sent you away.
community-accept = Accept the invitation
community-decline = Decline the invitation
community-join = Join
community-join-sign-in = Sign in to join
community-write = Write to the community
community-leave = Leave the community
community-leave-question = Leave { $name }?
community-leave-text = What you wrote stays. You can come back like anybody else.
community-leave-last = You are the last one: the community falls asleep.
community-successor = Who keeps it after you
community-successor-help = You alone keep it: choose who goes on.
community-successor-choose = Choose a person
community-talk = Conversation
community-kept = On top
community-kept-here = on top of the community
community-keep = Keep on top for 7 days
community-unkeep = Take off the top
community-empty = No posts yet
community-empty-text = Who begins?
community-aside = About the community
community-keepers = Who keeps it
community-people = People
community-people-all = All people
community-people-of = People of { $name }
community-people-filter = Search people
community-people-none = Nobody of this name.
community-moderator = moderator
community-promote = Make moderator
community-demote = Make member
community-invite = Invite a person
community-invite-help = Their handle, for example @anna_rossi.
community-invite-send = Invite
community-invite-back = Take the invitation back
community-invited = Invited
community-banned = Sent away
community-readmit = Let come back
community-away = Send away
community-away-question = Send { $name } away?
community-away-text = They will no longer belong to { $name }. The reason is kept.
community-ban = For good
community-ban-help = They cannot come back until whoever keeps the community thinks again.
community-reason = Reason
community-reason-help = One clear sentence.
community-files = Files
community-files-of = Files of { $name }
community-files-all = All files
community-files-none = No files yet
community-files-none-text = Minutes, posters, lists: what one wants to find again.
community-file = File
community-file-add = Add a file
community-file-help = PDF, picture or office document, up to 20 MB.
community-file-name = What it is called
community-file-name-help = For example: Minutes of 12 February.
community-file-send = Upload
community-file-kind = Kind
community-file-by = By whom
community-file-remove = Remove
community-file-question = Remove “{ $name }”?
community-file-question-text = Nobody will be able to download it.
community-close = Close
community-reopen = Reopen
community-close-question = Close { $name }?
community-close-text = Nobody finds or reads it any more, members included. It can be reopened as it was.
admin-communities = Communities
act-keep-communities = Close and reopen communities
post-community = Where
post-community-none = In the square · everybody reads
post-community-help = In the square, or in a community you belong to.
post-readers-everyone = everybody reads
post-readers-members = members only
post-members = Only members of { $name } read it
post-public-in = Public: anybody reads it, in { $name }
post-public-unless = Public: anybody reads it, unless you choose a community for members only
post-followers = Only your followers read it: your profile is private
post-followers-of = Only followers of { $name } read it
post-followers-short = followers only
toast-followed = You follow it now
toast-unfollowed = You follow it no more
toast-follow-asked = Request sent
toast-follow-accepted = They follow you now
toast-blocked = Person blocked
toast-muted = Person muted
toast-block-lifted = Done: all is as before
toast-community-made = Community started
toast-community-joined = You belong to it now
toast-community-asked = Request sent
toast-community-invited = Invitation sent
toast-community-left = You left the community
toast-community-woken = The community is awake
toast-community-closed = Community closed
toast-community-reopened = Community reopened
toast-post-members = Published. Members of the community read it.
toast-post-followers = Published. Your followers read it.
toast-post-kept = The post stands on top
error-post-community = Choose a community you belong to and that is awake.
error-post-community-page = A page speaks to the whole town: leave “In the square”.
error-comment-members = Only members of the community answer here.
error-community-asleep = The community is asleep: whoever keeps it must wake it.
error-community-moderator = The community needs a moderator: name another first.
error-community-verified = First get verified with SPID, CIE or a document at the counter.
error-community-purpose = Say why it exists, in 10 to 300 characters.
error-community-place = At most 80 characters.
error-community-rules = At most 5,000 characters.
error-community-kind = Choose who finds and reads it.
error-community-topic = Choose a topic.
error-community-person = We find nobody of this handle.
error-community-member = They belong to it already.
error-community-banned = They were sent away: let them come back first.
error-community-successor = Choose who keeps the community after you.
error-community-reason = Write the reason, in 5 to 500 characters.
error-community-days = From 1 to 90 days.
error-community-file-name = Say what it is called, in 2 to 120 characters.
error-community-file-none = Choose a file.
error-community-file-large = The file is larger than 20 MB.
error-community-file-kind = This kind of file cannot be uploaded. PDF, JPG, PNG, Word, Excel, PowerPoint, OpenDocument and RTF are fine.
error-community-file-again = Choose the file again.
act-community-made = community started
act-community-changed = community changed
act-community-role = role given in a community
act-community-sent-away = person sent away from a community
act-community-banned = person banned from a community
act-community-readmitted = person let back into a community
act-community-woken = community woken
act-community-post-kept = post put on top
act-community-post-released = post taken off the top
act-community-file-removed = file removed from a community
act-community-closed = community closed
act-community-reopened = community reopened
job-kind-social-sleep = Put silent communities to sleep
job-kind-social-opened = Accept who waited for a profile now open
mail-community-away-subject = You no longer belong to “{ $community }”
mail-community-away-text =
    Hello { $name },

    whoever keeps the community “{ $community }” has sent you away. The reason: { $reason }

    The rules of the square:

    { $link }

    The square of { $town }
mail-community-closed-subject = The community “{ $community }” was closed
mail-community-closed-text =
    Hello { $name },

    the town has closed the community “{ $community }”, which you keep. The reason: { $reason }

    The rules of the square:

    { $link }

    The square of { $town }
