# Notices: what reaches a person, where and when
nav-notices = Notices
nav-notices-unread = unread
toast-notices-read = All notices are marked as read.
toast-notices-saved = Your choices are saved.
toast-push-on = From now on notices reach this device, too.
toast-push-off = That device gets no more notices.
error-notice-hour = Write a time, for example 22:30.
error-notice-both-hours = Write this time as well, or leave both empty.
error-push-device = The browser gave an address that cannot be used. Please try again.

# Kinds
notice-kind-answer = Replies to what you write
notice-kind-mention = When somebody mentions you
notice-kind-page-post = News from pages you follow
notice-kind-post = News from people, communities and topics you follow
notice-kind-like = Likes
notice-kind-share = Shares
notice-kind-follower = New followers
notice-kind-follow-request = Requests to follow you, and answers to yours
notice-kind-community = Requests, invitations and decisions in communities
notice-kind-approval = Comments to approve, and approved ones
notice-kind-moderation = Moderation decisions about you
notice-kind-report = What became of content you reported

# Sentences: actor is the name of the latest, others how many others, name the name of the thing
notice-somebody = Somebody
notice-count = { $n ->
    [one] one notice
   *[other] { $n } notices
}
notice-answered = { $others ->
    [0] { $actor } replied to your comment on “{ $name }”
    [one] { $actor } and one other person replied to your comments on “{ $name }”
   *[other] { $actor } and { $others } others replied to your comments on “{ $name }”
}
notice-commented = { $others ->
    [0] { $actor } commented on “{ $name }”
    [one] { $actor } and one other person commented on “{ $name }”
   *[other] { $actor } and { $others } others commented on “{ $name }”
}
notice-mentioned = { $others ->
    [0] { $actor } mentions you in “{ $name }”
    [one] { $actor } and one other person mention you in “{ $name }”
   *[other] { $actor } and { $others } others mention you in “{ $name }”
}
notice-published = { $actor } published “{ $name }”
notice-liked = { $others ->
    [0] { $actor } likes “{ $name }”
    [one] { $actor } and one other person like “{ $name }”
   *[other] { $actor } and { $others } others like “{ $name }”
}
notice-shared = { $others ->
    [0] { $actor } shared “{ $name }”
    [one] { $actor } and one other person shared “{ $name }”
   *[other] { $actor } and { $others } others shared “{ $name }”
}
notice-followed = { $others ->
    [0] { $actor } follows you
    [one] { $actor } and one other person follow you
   *[other] { $actor } and { $others } others follow you
}
notice-follow-asked = { $others ->
    [0] { $actor } asks to follow you
    [one] { $actor } and one other person ask to follow you
   *[other] { $actor } and { $others } others ask to follow you
}
notice-follow-accepted = { $others ->
    [0] { $actor } said yes: you can now read what they write
    [one] { $actor } and one other person said yes: you can now read what they write
   *[other] { $actor } and { $others } others said yes: you can now read what they write
}
notice-community-asked = { $others ->
    [0] { $actor } asks to join “{ $name }”
    [one] { $actor } and one other person ask to join “{ $name }”
   *[other] { $actor } and { $others } others ask to join “{ $name }”
}
notice-community-joined = { $others ->
    [0] { $actor } joined “{ $name }”
    [one] { $actor } and one other person joined “{ $name }”
   *[other] { $actor } and { $others } others joined “{ $name }”
}
notice-community-invited = { $actor } invites you to “{ $name }”
notice-community-yes = Your request was accepted: you belong to “{ $name }”
notice-community-no = Your request to join “{ $name }” was not accepted
notice-community-keeper = You now keep the community “{ $name }”
notice-community-keeper-no-more = You no longer keep the community “{ $name }”: you stay a member
notice-community-away = You no longer belong to a community: the reason is in the mail we sent you
notice-community-closed = A community you keep was closed: the reason is in the mail we sent you
notice-held = { $others ->
    [0] A comment by { $actor } on “{ $name }” waits for your approval
   *[other] Comments on “{ $name }” wait for your approval
}
notice-approved = Your comment on “{ $name }” was approved and can now be read
notice-refused = Your comment on “{ $name }” was not approved
notice-quoted = { $actor } quotes you in “{ $name }”
notice-poll-over = The poll “{ $name }” has ended: see the result
notice-decision = Moderation has made a decision about you: read the reasons
notice-appeal-upheld = Your appeal was upheld
notice-appeal-refused = Your appeal was not upheld: read the reasons
notice-report-decided = We have decided about content you reported

# By mail
notice-mail-now = at once
notice-mail-daily = in the daily mail
notice-mail-never = never
mail-notices-daily = { $n ->
    [one] One notice from the square of { $town }
   *[other] { $n } notices from the square of { $town }
}
mail-notices-greeting = Hello { $name },
mail-notices-more = { $n ->
    [one] And one more notice.
   *[other] And { $n } more notices.
}
mail-notices-all = All your notices
mail-notices-settings = Choose what we write to you, and when
mail-notices-stop = Get no more mails like this
mail-notices-stop-daily = Get no more daily mails
mail-notices-signature = The square of { $town }

# The page
notices-title = Your notices
notices-settings = What to receive
notices-filter = Filter notices
notices-kind = Kind
notices-any-kind = All kinds
notices-state = Read and unread
notices-all = All
notices-unread = Unread
notices-new = There are new notices
notices-none = No notices here
notices-none-text = Nothing matches this filter.
notices-show-all = Show all notices
notices-empty = No notices yet
notices-empty-text = Here you find replies, mentions, and news of what you follow.
notices-read-all = Mark all as read
notices-read-one = Read
notices-to-read = unread

# Choices
notices-settings-title = What to receive
notices-settings-lead = Choose for each kind of notice whether to see it here, get it by mail, or on your devices.
notices-ways = Where notices go
notices-what = Notice
notices-in-page = On this site
notices-by-mail = By mail
notices-by-push = On devices
notices-hours = When
notices-hours-text = In quiet hours nothing comes by mail or on your devices: what happens then comes afterwards. Write times like this: 22:30.
label-quiet-from = Quiet from
label-quiet-to = until
label-digest-hour = Hour of the daily mail
notices-language = We write in the language of your profile.
notices-language-link = Change language
notices-devices = Devices
notices-devices-text = A device shows notices even when the site is closed. They travel encrypted: only your browser can read them.
notices-devices-none = No device gets notices.
notices-push-on = Get notices on this device
notices-push-none = This browser cannot receive notices.
notices-push-failed = The browser does not allow it. Look at its settings for this site, then try again.

# The way out
unsubscribe-title = Stop getting these mails?
unsubscribe-done = Done: we write no more
unsubscribe-kinds = We will no longer write to you about:
unsubscribe-daily = You will no longer get the daily mail.
unsubscribe-done-kinds = We no longer write to you about:
unsubscribe-done-daily = You will no longer get the daily mail.
unsubscribe-again = Notices stay on the site. If you change your mind, choose again in your settings.
unsubscribe-send = Write no more
unsubscribe-home = Back to the square

# Jobs
job-kind-notify-mail = Mail notices
job-kind-notify-push = Spread notices over devices
job-kind-notify-push_device = Send a notice to a device
job-kind-notify-sweep = Forget old notices
job-kind-social-tell = Tell whom it concerns

# The register of processing
processing-notices-title = Notices
processing-notices-purpose = Let everybody know what concerns them: on the site, by mail, on the devices they chose.
processing-notices-basis = GDPR art. 6(1)(e); for mail and devices, the person’s choice.
processing-notices-data = What happened and when, without copying its words; choices, hours, addresses of devices.
processing-notices-people = Whoever has an account.
processing-notices-kept = Ninety days after reading, a year if unread, and never beyond the end of the account.
processing-recipients-push = Whoever runs the mail; for devices the browser’s service, which carries encrypted messages.

admin-notices = Notices
admin-notices-lead = Where each kind of notice goes for those who chose nothing. It holds from now on; who has chosen keeps their choice.
admin-notices-mails = Notices waiting for a mail
admin-notices-pushes = Notices waiting for a device
admin-notices-devices = Devices that can be reached
admin-notices-chosen = People who chose for themselves
act-notices-usual = Notices: the town’s way changed
