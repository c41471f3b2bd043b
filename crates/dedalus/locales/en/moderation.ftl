# What is reported, and why
moderation-kind-post = Post
moderation-kind-comment = Comment
moderation-kind-person = Person
moderation-kind-community = Community
reason-spam = Advertising or repetition
reason-offence = Insults or threats
reason-personal = Personal data of others
reason-hate = Hate
reason-services = False information about services
reason-illegal = Against the law
reason-other = Something else
reason-rule-spam = Stay on topic and do not repeat the same message. Advertising belongs elsewhere.
reason-rule-offence = No insults and no threats: discuss ideas, not people.
reason-rule-personal = No data of others: names, number plates, phone numbers, pictures of children.
reason-rule-hate = No hate against people for what they are.
reason-rule-services = No false information about offices and services: people who believe it get hurt.
reason-rule-illegal = What the law forbids has no place here.
reason-rule-other = The rules of the square.
report-abuse = Report
report-abuse-title = Report abuse
report-abuse-lead = Tell us what is wrong. A person reads it, not a program.
report-choose = Choose a reason
report-reason = Reason
report-reason-help = The one that comes closest.
report-words = Explain
report-words-help = A few words are enough. They are needed if the reason is “Something else”.
report-secret = Whoever you report does not learn that it was you.
report-send = Send the report
reported-title = Your report
reported-lead = Thank you. We have received it.
reported-step-1 = A moderator reads the text and what is around it.
reported-step-2 = They decide by { $when }.
reported-step-3 = We write to tell you the outcome. The answer stays on this page, too.
reported-acted = We have read it and acted. Thank you for telling us.
reported-dismissed = We have read it. We think the rules are kept, and the text stays.
reported-what = What
reported-when = When
toast-report-already = You had reported it before: this is how far it is.
error-report-reason = Choose a reason.
error-report-words = Explain in a few words what is wrong.
error-report-long = { $max } characters at the most.

# Decisions
action-dismiss = Nothing to do
action-release = Publish: it is fine
action-warn = Warning
action-hide = Text hidden
action-limit = Account limited
action-suspend = Account suspended
action-close = Community closed
decision-said-dismiss = There is nothing to do
decision-said-warn = We ask you to keep the rules
decision-said-hide = We have hidden what you wrote
decision-said-limit = For a while somebody checks what you write
decision-said-suspend = Your account is suspended
decision-said-close = The community is closed
decision-title = Decision
decision-lead = Here is what we decided, why, and how to ask us to think again.
decision-what = What we decided
decision-until = Until { $when }.
decision-no-end = Without an end.
decision-days = { $n ->
    [one] One day
   *[other] { $n } days
}
decision-facts = What happened
decision-rule = The rule
decision-rules = The rules of the square
decision-how = How we learned of it
decision-automatic = An automatic filter stopped the text. A person decided.
decision-reported = Somebody reported it. A person decided.
decision-seen = A moderator saw it. A person decided.
decision-when = When
decision-ended = Ended
decision-ended-time = its time is over.
decision-ended-appeal = your appeal was upheld.
decision-ended-undone = we have undone it.
decision-over = ended
decision-about = What it is about
decisions-title = Decisions about me
decisions-lead = What moderation decided about what you wrote, with the reasons.
decisions-empty = No decisions
decisions-empty-text = Moderation has decided nothing about you.
post-hidden-own = Moderation has hidden this text: you alone can read it.
post-hidden-why = Read why, and what you can do
post-held-own = Somebody looks at it before others can read it. A few hours are usually enough.
toast-post-waits = Received. Somebody looks at it before others can read it.

# Appeals
appeal-title = Appeal
appeal-lead = If you think we are wrong, say so by { $when }. Somebody else than who decided first decides.
appeal-words = Why the decision is wrong
appeal-words-help = Tell what happened from your point of view.
appeal-send = Ask us to think again
appeal-elsewhere = You can also turn to a dispute settlement body or to a court.
appeal-sent = You wrote on { $when }:
appeal-waits = Somebody else than who decided reads it. We write to you with the answer.
appeal-upheld = Upheld
appeal-refused = Refused
appeal-over = There is nothing left to ask: the decision has ended, or the time is over.
toast-appeal-filed = Appeal received. Somebody else reads it.
error-appeal-short = Write at least one sentence.
error-appeal-long = Too long: 2000 characters at the most.
error-appeal-late = The time for an appeal is over.
error-appeal-already = You have already appealed.
error-appeal-settled = Somebody else has already decided this appeal.
error-appeal-own = Somebody else decides about your own decision, or your own appeal.
error-appeal-outcome = Choose whether to uphold or refuse.
appeals-title = Appeals
appeals-lead = Decided by somebody else than who decided first.
appeals-settled = Settled
appeals-empty = No appeals
appeals-empty-text = Requests to think again arrive here.
appeal-of = Appeal of { $name }
appeal-against = Against this decision
appeal-decided-first = Decided by
appeal-not-yours = somebody else’s to decide
appeal-not-yours-text = Somebody else decides: the first decision is yours, or the appeal is yours.
appeal-outcome = Outcome
appeal-outcome-help = If you uphold it, everything is as it was.
appeal-choose = Choose
appeal-uphold = Uphold: the decision falls
appeal-refuse = Refuse: the decision stays
appeal-reasons = Reasons
appeal-reasons-help = Read by whoever appealed.
appeal-settle = Decide the appeal
toast-appeal-settled = Appeal decided. The person receives the reasons.

# The queue
office-moderation = Moderation
moderation-parts = Parts of moderation
queue-lead = What people report and what waits for a check. What has waited longest stands on top.
queue-state = State
queue-open = To decide
queue-mine = Taken by me
queue-closed = Decided
queue-filter = Filter the queue
queue-words = Words of the text, or a name
queue-held = Waiting for a check
queue-late = Late
queue-late-tag = late
queue-today = Of today
queue-chip-off = remove the filter
queue-empty = Nothing to decide
queue-empty-text = When somebody reports something, you find it here.
queue-count = { $n ->
    [one] One entry
   *[other] { $n } entries
}
queue-choose = Choose
queue-text = Text
queue-reasons = Why
queue-since = Since
queue-whose = Who sees to it
queue-nobody = nobody yet
queue-report-count = { $n ->
    [one] one report
   *[other] { $n } reports
}
queue-hide-chosen = Hide the chosen texts
queue-hide-all = { $n ->
    [one] Hide the only one of this view
   *[other] Hide all { $n } of this view
}
queue-kind = Kind
queue-number = Number
queue-author = Author
queue-reports = Reports
queue-decided = Decided on
queue-action = Outcome
why-phrase = holds a phrase of the list
why-links = links from a new account
why-limited = limited account
matter-title = { $kind } of { $name }
matter-since = In the queue since { $when }
matter-community = Community { $name }
matter-confidential = Said in “{ $name }”, which not everybody reads. This look is written down in the audit.
matter-held = Waits for a check:
matter-noticed = It stands already; look at it:
matter-community-words = The community
matter-keepers = Who keeps the community
matter-another = { $name } is seeing to it. For half an hour only who took it decides.
matter-above = What it answers
matter-text = The text
matter-hidden = hidden
matter-deleted = taken back by its author
matter-place = See where it stands
matter-quote-apart = It quotes a post that you cannot read.
matter-person = Who wrote it
matter-account-since = account since { $when }
matter-all-of = Hide everything they wrote in the last 24 hours
matter-reports = { $n ->
    [0] Reports
    [one] One report
   *[other] { $n } reports
}
matter-no-reports = Nobody reported it.
matter-reporter-gone = Name forgotten
matter-secret = The names of who reports stay here: who is reported never sees them.
matter-earlier = Earlier decisions
matter-closed = Decided on { $when }.
matter-decision = Read the decision
matter-own = It concerns you, or you reported it: somebody else decides.
matter-decide = Decide
matter-mine = You have it
matter-take = Take it
matter-action = What you do
matter-rule = Broken rule
matter-facts = Facts
matter-facts-help = Read by who wrote the text. Facts, no judgements. Not needed for “Nothing to do”.
removal-facts-help = Whoever wrote it reads this, and may appeal to moderation. Facts, not judgements.
removal-undone-reason = Whoever had removed it thought again: the text is back in its place.
matter-days = For how long
matter-days-help = For limited or suspended accounts.
matter-hide-too = Hide this text as well
matter-send = Decide and write to the author
toast-matter-taken = You have it: for half an hour you decide.
toast-decided = Decided. Whoever it concerns receives the reasons.
toast-decision-undone = Undone: everything is as before.
error-matter-own = It concerns you, or you reported it: somebody else decides.
error-matter-closed = Somebody has decided already. This is how.
error-matter-taken = Somebody else is seeing to it.
error-decision-action = Choose what to do.
error-decision-facts = Write what happened: who wrote the text has a right to know.
error-decision-long = { $max } characters at the most.
error-decision-days = Choose a duration from the list.
error-decision-suspended = This account is suspended already.
error-decision-last = This account cannot be suspended: nobody else keeps the system.
error-decision-over = This decision has ended already.
decided-person = Concerns { $name }
decided-by = Decided by { $name }
decided-batch = together with others
decided-appeal = Go to the appeal
decided-undo = Undo the decision
decided-undo-reason = Why undo it
decided-undo-help = Read by whom it concerned. Everything is as it was.
decided-undo-send = Undo
decided-back = Back to the queue

# Many at once
batch-title = Hide many texts at once
batch-lead = { $texts }, { $people }. Each person receives the reasons once. One click takes it back.
batch-texts = { $n ->
    [one] One text
   *[other] { $n } texts
}
batch-people = { $n ->
    [one] one person
   *[other] { $n } people
}
batch-nothing = There is nothing to hide. Texts of pages and your own stay out.
batch-day = Also everything the same accounts wrote in the last 24 hours
batch-facts = The same advertisement, repeated by several accounts within hours.
batch-facts-help = Read by each person who wrote one of these texts.
batch-send = Hide everything
batch-hidden = { $done } of { $total } hidden.
batch-back = { $done } of { $total } are back.
batch-refresh = See how far it is
batch-undo = Undo everything
batch-undone-reason = It was a mistake: the texts are back in their places.
toast-batch = Here we go: the texts disappear now.
toast-batch-undone = Undone: the texts return to their places.
error-batch-empty = There is nothing to hide.

# Phrases and limits
office-moderation-rules = Moderation rules
rules-of-moderation-lead = What a text meets before others read it.
phrases-title = Phrases
phrases-empty = No phrase in the list.
phrase-words = Phrase
phrase-words-help = Capitals, accents, spaces and disguised letters make no difference.
phrase-effect = Effect
phrase-sentence = Sentence for who writes
phrase-sentence-help = If it is empty we use our own.
phrase-own-sentence = our own
phrase-remove = Remove
phrase-add = Add the phrase
effect-hold = Hold: a person looks at it
effect-warn = Warn who writes, once
effect-refuse = Refuse
error-phrase-short = Write at least two letters.
error-phrase-long = { $max } characters at the most.
error-phrase-known = This phrase is there already, perhaps written in another way.
limits-title = Limits
limits-lead = Zero means no limit. New accounts are those of people who have not yet been verified.
limit-new-days = Days for which an account is new
limit-new-days-help = Who is verified is never new.
limit-new-posts = Posts a day, for new accounts
limit-new-posts-help = Beyond that, tomorrow.
limit-new-comments = Comments a day, for new accounts
limit-new-comments-help = Beyond that, tomorrow.
limit-new-links = Links a day, for new accounts
limit-new-links-help = Texts with more of them wait for a check.
limit-new-pictures = Pictures a day, for new accounts
limit-new-pictures-help = Beyond that, tomorrow.
limit-links = Links in one text, for everybody
limit-links-help = Beyond that, the text is not published.
limit-burst = Texts in a minute, for everybody
limit-burst-help = Who is faster waits a minute.
limit-same = How often the same thing is said in a day
limit-same-help = Short texts such as “Thanks!” do not count.
limits-save = Save the limits
error-limit = Write a number from 0 to { $most }.
error-screen-refused = { $sentence }This text holds words that are not published here: “{ $words }”. Change it and try again.
error-screen-warned = { $sentence }Read it again (“{ $words }”): if you send it once more as it is, we publish it.
error-screen-links = Too many links: { $max } in one text at the most.
error-screen-burst = You are writing very fast. Wait a minute and try again: your text is still here.
error-screen-same = You have said this in the same words. Once is enough.
error-screen-posts = In the first { $days } days you can publish { $max } posts a day. Try again tomorrow: copy the text if you want to keep it.
error-screen-comments = In the first { $days } days you can write { $max } comments a day. Try again tomorrow.
error-screen-pictures = In the first { $days } days you can publish { $max } pictures a day. Take some away.

# In figures
figures-title = Moderation in figures
figures-short = In figures
figures-lead = What is reported, what we decide, how often we think again. Without names.
figures-empty = Nothing yet
figures-empty-text = Nobody has reported anything, and nothing has been decided.
figures-month = Month
figures-what = What
figures-kind = Kind
figures-number = Number
figures-reports = Reports
figures-report = Reported
figures-decisions = Decisions
figures-decision = Decided
figures-appeals = Appeals
figures-settled = Appeals decided
figures-upheld = Appeals upheld
figures-median = Hours to decide (half of the cases)
figures-detail = In detail
figures-note = We count in the month in which it happened, as Regulation (EU) 2022/2065 asks.

# Audit, personal data
act-moderation-taken = report taken
act-moderation-read = confidential text read by moderation
act-moderation-decided = moderation decision
act-moderation-undone = moderation decision undone
act-moderation-appeal = appeal decided
act-moderation-batch = many texts hidden at once
act-moderation-batch-undone = texts hidden at once, back
act-moderation-phrase-added = phrase added to moderation
act-moderation-phrase-removed = phrase removed from moderation
act-moderation-limits = limits of moderation changed
kept-moderation = The number of what was decided stays, without names: the public figures of moderation need it.
processing-moderation-title = Moderation
processing-moderation-purpose = Keeping the rules of the square: reports, decisions with reasons, appeals.
processing-moderation-basis = GDPR art. 6(1)(c) and (e): Regulation (EU) 2022/2065, arts. 16, 17, 20.
processing-moderation-data = Reports and their words, decisions with their facts, appeals, phrases and limits.
processing-moderation-people = Who reports, who wrote the text, who decides.
processing-moderation-kept = The words of reports and who wrote them: one year after the decision. Decisions: as long as the account lasts, then only the number.

# Letters
mail-decision-subject = { $what }
mail-decision-text =
    Hello { $name },

    { $what }. { $until }

    What happened: { $facts }

    The rule: { $rule }

    If you think we are wrong you can ask us to think again until { $appeal }: somebody else decides. Everything is written here:

    { $link }

    The square of { $town }
mail-decision-undone-subject = We have undone a decision
mail-decision-undone-text =
    Hello { $name },

    the decision “{ $what }” no longer holds, and everything is as before. The reason: { $reason }

    { $link }

    The square of { $town }
mail-report-acted-subject = Your report
mail-report-acted-text =
    Hello { $name },

    we have read what you reported and have acted. Thank you.

    { $link }

    The square of { $town }
mail-report-dismissed-subject = Your report
mail-report-dismissed-text =
    Hello { $name },

    we have read what you reported. We think the rules are kept, and the text stays. Thank you all the same.

    { $link }

    The square of { $town }
mail-appeal-upheld-subject = You were right: appeal upheld
mail-appeal-upheld-text =
    Hello { $name },

    somebody else has read everything again and upholds your appeal: everything is as it was. The reasons: { $reasons }

    { $link }

    The square of { $town }
mail-appeal-refused-subject = Your appeal
mail-appeal-refused-text =
    Hello { $name },

    somebody else has read everything again. The decision stays. The reasons: { $reasons }

    { $link }

    The square of { $town }

reporter-words-help = Say why you think it breaks the rules or the law.
reporter-name = Full name
reporter-email = E-mail
reporter-email-help = We write to you twice: when your report is here and when we decide.
reporter-minors = It is about the sexual abuse of children: name and e-mail are not needed.
reporter-faith = In good faith I believe that what I write is accurate and complete.
reporter-privacy = Only who decides reads name and e-mail. We delete them six months after the decision.
reporter-step-3 = We write to { $email } what came of it.
reporter-back = Go back
error-reporter-name = Write your name.
error-reporter-faith = Confirm that what you write is accurate and complete.
matter-minors = Abuse of children
matter-outside = without account
mail-reporter-received-subject = We have your report
mail-reporter-received-text =
    Hello,

    with this address somebody, perhaps you, reported something in the square of { $town }. Reason: { $reason }.
    A person reads it, and we write to you what they decide. The rules:

    { $link }

    The square of { $town }
mail-reporter-acted-subject = Your report
mail-reporter-acted-text =
    Hello,

    a person has read what you reported, and we have acted. Thank you.
    If you do not agree with the decision, you can turn to an out-of-court dispute settlement body (article 21 of Regulation (EU) 2022/2065) or to a court. The rules:

    { $link }

    The square of { $town }
mail-reporter-dismissed-subject = Your report
mail-reporter-dismissed-text =
    Hello,

    a person has read what you reported. We think that it keeps the rules, and it stays as it is.
    If you do not agree with the decision, you can turn to an out-of-court dispute settlement body (article 21 of Regulation (EU) 2022/2065) or to a court. The rules:

    { $link }

    The square of { $town }
