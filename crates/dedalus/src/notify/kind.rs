//! What one is told of, as far as one can choose: each kind has its own row in the settings.

use super::channel::{Channels, MailWhen};

/// A kind of notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Somebody answered my post or my comment.
    Answer,
    /// Somebody called me by name.
    Mention,
    /// A page I follow has published.
    PagePost,
    /// Somebody or something else I follow has published.
    Post,
    /// Somebody likes what I said.
    Like,
    /// Somebody passed on what I said.
    Share,
    /// Somebody follows me.
    Follower,
    /// Somebody asks to follow me, or lets me follow them.
    FollowRequest,
    /// Requests, invitations and decisions in communities.
    Community,
    /// A comment waits for me to approve it; mine was approved.
    Approval,
    /// Moderation decided about me.
    Moderation,
    /// What I reported was decided.
    Report,
    /// A step of what I asked the town hall, or follow.
    Request,
    /// A new report where I asked to be told.
    Nearby,
}
kit::words!(Kind {
    Answer = "answer",
    Mention = "mention",
    PagePost = "page_post",
    Post = "post",
    Like = "like",
    Share = "share",
    Follower = "follower",
    FollowRequest = "follow_request",
    Community = "community",
    Approval = "approval",
    Moderation = "moderation",
    Report = "report",
    Request = "request",
    Nearby = "nearby",
});

impl Kind {
    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Answer => "notice-kind-answer",
            Self::Mention => "notice-kind-mention",
            Self::PagePost => "notice-kind-page-post",
            Self::Post => "notice-kind-post",
            Self::Like => "notice-kind-like",
            Self::Share => "notice-kind-share",
            Self::Follower => "notice-kind-follower",
            Self::FollowRequest => "notice-kind-follow-request",
            Self::Community => "notice-kind-community",
            Self::Approval => "notice-kind-approval",
            Self::Moderation => "notice-kind-moderation",
            Self::Report => "notice-kind-report",
            Self::Request => "notice-kind-request",
            Self::Nearby => "notice-kind-nearby",
        }
    }

    /// Its icon.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Answer | Self::Mention => "it-comment",
            Self::PagePost | Self::Post => "it-horn",
            Self::Like => "it-star-full",
            Self::Share => "it-share",
            Self::Follower | Self::FollowRequest | Self::Community => "it-user",
            Self::Approval => "it-check-circle",
            Self::Moderation | Self::Report | Self::Nearby => "it-flag",
            Self::Request => "it-inbox",
        }
    }

    /// Where it goes for who chose nothing. What needs an answer comes in the daily mail; what is only pleasant stays in the
    /// page. Steps of requests have letters of their own, which whoever holds a receipt turns off there. Moderation writes its reasons itself, in letters that nobody can decline (Regulation 2022/2065 art. 17): a mail
    /// of ours would say it twice.
    pub const fn usual(self) -> Channels {
        match self {
            Self::Answer | Self::Mention | Self::FollowRequest | Self::Community | Self::Approval | Self::Nearby => {
                Channels { in_page: true, mail: MailWhen::Daily, push: true }
            }
            Self::Moderation | Self::Request => Channels { in_page: true, mail: MailWhen::Never, push: true },
            Self::Report | Self::PagePost | Self::Like | Self::Share | Self::Follower => {
                Channels { in_page: true, mail: MailWhen::Never, push: false }
            }
            Self::Post => Channels { in_page: false, mail: MailWhen::Never, push: false },
        }
    }
}
