# Gestures
like = Like
like-count = { $n ->
    [one] One person likes it
   *[other] { $n } people like it
}
share = Share
share-count = { $n ->
    [one] shared once
   *[other] shared { $n } times
}
bookmark = Save
bookmarked = Saved
likers-title = Who likes it
likers-empty = Nobody yet.
likers-unseen = These people are not shown to you.
error-share-not-public = You can share only what everybody may read.

# Bookmarks
bookmarks-title = Bookmarks
bookmarks-lead = What you put aside. Only you see it.
bookmarks-search = Search your bookmarks
bookmarks-find = Search
bookmarks-empty = You have not saved anything yet
bookmarks-empty-text = Under every post there is “Save”: you find it again here.
bookmarks-none = Nothing with these words
bookmarks-none-text = Try a single word, or look at all bookmarks.
bookmarks-all = All bookmarks

# Topics
tags-title = Topics
tags-lead = What the square has talked about in the last thirty days.
tags-uses = { $n ->
    [one] one post
   *[other] { $n } posts
}
tags-empty = No topics yet
tags-empty-text = Put a hash sign before a word, like #sea, and the topic is born.
tag-lead = Posts on this topic, newest first.
tag-empty = Nothing here yet
tag-empty-text = Write #{ $name } in a post and it will appear here.

# Warning and language
post-language = Language of the post
post-warning = Content warning
post-warning-help = Optional. If you write one, only the warning is shown; whoever wants to opens the text.
warning-show = Show or hide
error-warning-long = The warning can have at most { $max } characters.

# Polls
poll-title = Poll
poll-closed = The poll has ended
poll-add = Add a poll
poll-add-help = Two to six answers. They cannot be changed once published.
poll-option = Answer { $n }
poll-multiple = Several answers can be chosen
poll-last-day = Last day to vote
poll-last-day-help = If you leave it empty, voting lasts a week.
poll-one = Choose one answer
poll-several = Choose one or more answers
poll-once = You vote once. Nobody sees what you chose.
poll-vote = Vote
poll-sign-in = Sign in to vote
poll-results = Results of the poll
poll-answer = Answer
poll-votes = Votes
poll-share = Percentage
poll-mine = your choice
poll-votes-count = { $n ->
    [one] one vote
   *[other] { $n } votes
}
poll-voters = { $n ->
    [0] Nobody has voted yet
    [one] One person has voted
   *[other] { $n } people have voted
}
poll-until = voting until { $when }
poll-ended = ended { $when }
poll-several-note = Percentages are of people who voted: with several answers each they exceed 100.
toast-voted = Your vote was recorded.
error-poll-few = At least { $min } answers are needed.
error-poll-many = There can be at most { $max } answers.
error-poll-long = Each answer can have at most { $max } characters.
error-poll-same = Two answers are the same.
error-poll-until = Choose a day from today to a year from now.
error-vote-none = Choose an answer.
error-vote-again = You have voted already. You vote once.
error-vote-closed = The poll has ended.

# Who may comment
post-replies-verified = Only people with a verified identity
post-replies-community = Only members of the community
post-replies-approval = Everybody with an account, but I read first
comments-verified = People with a verified identity comment here.
comments-community = Members of the community comment here.
comments-approval = Comments appear once the author of the post has read them.
error-comment-verified = Only people with a verified identity comment here.
error-comment-community = Only members of the community comment here.

# Comments to approve
waiting-title = Comments to approve
waiting-lead = Until you approve them, only their authors see them.
waiting-empty = No comment is waiting
waiting-empty-text = When somebody comments, you find it here.
waiting-back = Back to the post
waiting-count = { $n ->
    [one] One comment waits for your approval
   *[other] { $n } comments wait for your approval
}
waiting-approve = Approve
waiting-refuse = Do not approve
waiting-approve-all = Approve all
comment-waits = Waiting
comment-waits-text = Only you see it for now: the author of the post has yet to approve it.
comment-will-wait = Your comment will appear once it is approved.
comment-refused = Your comment was not approved.
toast-comment-held = Comment sent. It will appear once it is approved.
toast-approved = Approved.
toast-refused = Not approved: it will not appear.
act-comment-approved = comment approved
act-comment-refused = comment not approved

# Drafts
draft-waits = You have a draft: { $when }
draft-resume = Resume
draft-discard = Discard
draft-keep = Save draft
draft-kept = Draft saved
toast-draft-kept = Draft saved. You find it here, from another device too.
toast-draft-gone = Draft discarded.

# Conversation
comment-unfold = Read all
comment-quote = Quote
comment-goes-on = Continue the conversation
comments-whole = The whole conversation
post-quote = Quote
quote-of = Quoted post
error-quote-gone = The post you quote is gone, or you may not read it.
sort-label = Order of comments
sort-oldest = Oldest first
sort-newest = Newest first
sort-liked = Most liked
live-new = { $n ->
    [one] One new answer: read it
   *[other] { $n } new answers: read them
}
