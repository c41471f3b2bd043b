//! What sort of community it is: who finds it, who reads it.

kit::id! {
    /// A community's number.
    CommunityId
}

/// Who finds and reads a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody reads, everybody with an account joins.
    Open,
    /// Everybody finds it; members read; who wants to join asks.
    Listed,
    /// Only members and who is invited know of it.
    Secret,
}
kit::words!(Access { Open = "open", Listed = "listed", Secret = "secret" });
