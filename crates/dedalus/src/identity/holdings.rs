//! What identity holds about people. The account itself stands last: everything else of a person must be gone before it.

use kit::clock::DAY;
use kit::personal::{Blob, Column, End, Holding};

/// Days the audit keeps its rows: as long as most claims against the town can be raised (art. 2947 c.c., five years).
pub const AUDIT_DAYS: i64 = 5 * 365 + 1;
/// The same in microseconds.
pub const AUDIT_KEPT: i64 = AUDIT_DAYS * DAY;

/// Facts of the institution: who held which office, who stood in, who decided. A number stays in them, and no name behind it.
const INSTITUTION: End = End::Keep { reason: "kept-institution", days: None };
/// What proves who did what.
const PROOF: End = End::Keep { reason: "kept-proof", days: Some(AUDIT_DAYS) };

/// What a person who has ended their account is called from then on.
pub const NOBODY: &str = "persona non più iscritta";

const fn holding(name: &'static str, table: &'static str, rows: &'static str, activity: &'static str) -> Holding {
    Holding { name, table, rows: Some(rows), key: &["id"], columns: &[], blob: None, end: End::Delete, activity }
}

/// Ways in: what opens the account.
const ACCESS: &[Holding] = &[
    Holding {
        key: &["token_hash"],
        columns: &[
            Column::moment("signed_in_at", "r.created_at"),
            Column::moment("last_used_at", "r.seen_at"),
            Column::moment("ends_at", "r.expires_at"),
            Column::text("device", "r.device"),
            Column::text("label", "r.label"),
            Column::text("address", "r.address"),
            Column::text("method", "r.method"),
        ],
        ..holding("sessions", "session", "r.person_id = $1", "access")
    },
    Holding {
        key: &["person_id", "token_hash"],
        columns: &[Column::moment("first_seen_at", "r.first_seen_at"), Column::moment("last_seen_at", "r.last_seen_at")],
        ..holding("browsers", "device", "r.person_id = $1", "access")
    },
    Holding {
        columns: &[
            Column::text("label", "r.label"),
            Column::moment("made_at", "r.created_at"),
            Column::moment("last_used_at", "r.used_at").or_none(),
        ],
        ..holding("passkeys", "passkey", "r.person_id = $1", "access")
    },
    Holding {
        key: &["person_id"],
        columns: &[Column::moment("made_at", "r.created_at"), Column::moment("confirmed_at", "r.confirmed_at").or_none()],
        ..holding("second_factor", "totp", "r.person_id = $1", "access")
    },
    Holding {
        key: &["person_id", "code_hash"],
        columns: &[Column::moment("used_at", "r.used_at").or_none()],
        ..holding("recovery_codes", "recovery_code", "r.person_id = $1", "access")
    },
    Holding {
        key: &["token_hash"],
        columns: &[
            Column::text("purpose", "r.purpose"),
            Column::text("detail", "r.detail"),
            Column::moment("made_at", "r.created_at"),
            Column::moment("ends_at", "r.expires_at"),
            Column::moment("used_at", "r.used_at").or_none(),
        ],
        ..holding("links_by_mail", "mail_key", "r.person_id = $1", "access")
    },
    Holding {
        columns: &[
            Column::text("provider", "(select p.name from provider p where p.id = r.provider_id)"),
            Column::text("subject", "r.subject"),
            Column::text("shown_as", "r.display"),
            Column::text("level", "r.acr"),
            Column::moment("linked_at", "r.linked_at"),
            Column::moment("last_used_at", "r.used_at"),
        ],
        ..holding("linked_identities", "linked_identity", "r.person_id = $1", "access")
    },
    Holding {
        columns: &[
            Column::text("kind", "r.kind"),
            Column::text("label", "r.label"),
            Column::text("scopes", "r.scopes"),
            Column::moment("made_at", "r.created_at"),
            Column::moment("ends_at", "r.expires_at").or_none(),
            Column::moment("last_used_at", "r.used_at").or_none(),
            Column::text("last_used_from", "r.used_from"),
            Column::moment("revoked_at", "r.revoked_at").or_none(),
        ],
        ..holding("access_keys", "access_key", "r.person_id = $1", "access")
    },
    Holding {
        key: &["token_hash"],
        columns: &[
            Column::text("kind", "r.kind"),
            Column::text("scopes", "r.scopes"),
            Column::moment("made_at", "r.created_at"),
            Column::moment("ends_at", "r.expires_at"),
            Column::moment("replaced_at", "r.replaced_at").or_none(),
        ],
        ..holding("application_tokens", "oauth_token", "r.person_id = $1", "access")
    },
    Holding {
        key: &["code_hash"],
        columns: &[
            Column::text("sent_to", "r.redirect_uri"),
            Column::text("scopes", "r.scopes"),
            Column::moment("made_at", "r.created_at"),
            Column::moment("used_at", "r.used_at").or_none(),
        ],
        ..holding("application_codes", "oauth_code", "r.person_id = $1", "access")
    },
    Holding {
        columns: &[
            Column::text("application", "(select c.name from oauth_client c where c.id = r.client_id)"),
            Column::text("scopes", "r.scopes"),
            Column::moment("allowed_at", "r.created_at"),
            Column::moment("last_used_at", "r.used_at").or_none(),
        ],
        ..holding("applications", "oauth_grant", "r.person_id = $1", "access")
    },
];

/// Who somebody is.
const VERIFIED: &[Holding] = &[
    Holding {
        columns: &[
            Column::text("source", "r.source"),
            Column::text("document", "case when r.person_id = $1 then r.document else '' end"),
            Column::moment("raised_at", "r.raised_at"),
            Column::moment("decided_at", "r.decided_at").or_none(),
            Column::text("decision", "r.decision").or_none(),
            Column::text("reason", "r.reason"),
        ],
        ..holding("verification_conflicts", "verification_conflict", "(r.person_id = $1 or r.holder_id = $1)", "verification")
    },
    Holding {
        columns: &[Column::moment("raised_at", "r.raised_at"), Column::moment("decided_at", "r.decided_at").or_none()],
        end: INSTITUTION,
        ..holding(
            "conflicts_handled",
            "verification_conflict",
            "(r.raised_by = $1 or r.decided_by = $1) and r.person_id <> $1 and r.holder_id <> $1",
            "institution",
        )
    },
    Holding {
        key: &["person_id"],
        columns: &[
            Column::text("source", "r.source"),
            Column::text("document", "r.document"),
            Column::moment("verified_at", "r.verified_at"),
        ],
        ..holding("verification", "verification", "r.person_id = $1", "verification")
    },
    Holding {
        key: &["person_id"],
        columns: &[Column::moment("verified_at", "r.verified_at")],
        end: INSTITUTION,
        ..holding("verifications_made", "verification", "r.verified_by = $1 and r.person_id <> $1", "institution")
    },
    Holding {
        key: &["person_id", "kind"],
        columns: &[
            Column::text("kind", "r.kind"),
            Column::text("sealed_value", "r.value"),
            Column::text("source", "r.source"),
            Column::moment("taken_at", "r.taken_at"),
        ],
        ..holding("claims", "personal_claim", "r.person_id = $1", "verification")
    },
];

/// The staff.
const STAFF: &[Holding] = &[
    Holding {
        columns: &[
            Column::text("role", "r.role"),
            Column::text("office", "(select o.name from office o where o.id = r.office_id)"),
            Column::moment("from", "r.starts_at"),
            Column::moment("until", "r.ends_at").or_none(),
        ],
        end: INSTITUTION,
        ..holding("roles", "membership", "r.person_id = $1", "institution")
    },
    Holding {
        columns: &[
            Column::text("role", "r.role"),
            Column::text("office", "(select o.name from office o where o.id = r.office_id)"),
            Column::moment("given_at", "r.created_at"),
        ],
        end: INSTITUTION,
        ..holding("roles_given", "membership", "r.created_by = $1 and r.person_id <> $1", "institution")
    },
    Holding {
        columns: &[Column::text("office", "r.name")],
        end: End::Blank(
            "update office set head_id = null where id in (select r.id from office r where r.head_id = $1 order by r.id limit $2)",
        ),
        ..holding("offices_headed", "office", "r.head_id = $1", "institution")
    },
    Holding {
        key: &["page_id", "person_id"],
        columns: &[
            Column::text("page", "(select p.name from page p where p.id = r.page_id)"),
            Column::yes("may_publish", "r.may_publish"),
            Column::yes("may_reply", "r.may_reply"),
            Column::moment("since", "r.created_at"),
        ],
        ..holding("pages", "page_editor", "r.person_id = $1", "institution")
    },
    Holding {
        key: &["page_id", "person_id"],
        columns: &[Column::text("page", "(select p.name from page p where p.id = r.page_id)"), Column::moment("chosen_at", "r.created_at")],
        end: INSTITUTION,
        ..holding("editors_chosen", "page_editor", "r.created_by = $1 and r.person_id <> $1", "institution")
    },
    Holding {
        columns: &[
            Column::moment("from", "r.starts_at"),
            Column::moment("until", "r.ends_at"),
            Column::moment("noted_at", "r.created_at"),
            Column::moment("called_off_at", "r.cancelled_at").or_none(),
        ],
        end: INSTITUTION,
        ..holding("absences", "absence", "(r.person_id = $1 or r.created_by = $1)", "institution")
    },
    Holding {
        key: &["absence_id", "position"],
        columns: &[
            Column::moment("from", "(select a.starts_at from absence a where a.id = r.absence_id)"),
            Column::moment("until", "(select a.ends_at from absence a where a.id = r.absence_id)"),
        ],
        end: INSTITUTION,
        ..holding("substitutions", "substitute", "r.person_id = $1", "institution")
    },
    Holding {
        columns: &[
            Column::text("reason", "r.reason"),
            Column::moment("opened_at", "r.opened_at"),
            Column::moment("ends_at", "r.ends_at"),
            Column::moment("closed_at", "r.closed_at").or_none(),
        ],
        end: PROOF,
        ..holding("glass_broken", "break_glass", "r.person_id = $1", "audit")
    },
    Holding {
        columns: &[
            Column::text("label", "r.label"),
            Column::moment("made_at", "r.created_at"),
            Column::moment("ends_at", "r.expires_at"),
            Column::moment("revoked_at", "r.revoked_at").or_none(),
        ],
        end: INSTITUTION,
        ..holding("invitations_made", "sign_up_invitation", "r.created_by = $1", "institution")
    },
    Holding {
        columns: &[
            Column::moment("at", "r.at"),
            Column::text("act", "r.act"),
            Column::yes("own_act", "case when r.actor_id = $1 then 1 else 0 end"),
            // Who else acted is that person's data; from where, too.
            Column::text("address", "case when r.actor_id = $1 then r.address else '' end"),
            Column::text("subject_kind", "r.subject_kind"),
            Column::text("subject", "r.subject_name"),
            Column::text("before", "r.before_value").or_none(),
            Column::text("after", "r.after_value").or_none(),
        ],
        end: PROOF,
        ..holding(
            "audit",
            "audit",
            "(r.actor_id = $1 or r.instead_of_id = $1 or (r.subject_kind = 'person' and r.subject_id = $1))",
            "audit",
        )
    },
];

/// Whom a person does not want to read.
const BLOCKS: &[Holding] = &[Holding {
    key: &["person_id", "kind", "other_id"],
    columns: &[
        Column::text("kind", "r.kind"),
        // Who was blocked is not told by whom.
        Column::text("whom", "case when r.person_id = $1 then (select p.handle from person p where p.id = r.other_id) else '' end"),
        Column::moment("since", "r.created_at"),
    ],
    ..holding("blocked_and_muted", "person_block", "(r.person_id = $1 or r.other_id = $1)", "conversation")
}];

/// The account, and what its owner asked for.
const ACCOUNT: &[Holding] = &[
    Holding {
        columns: &[
            Column::text("email", "r.email"),
            Column::text("handle", "r.handle"),
            Column::text("name", "r.name"),
            Column::text("privacy_version", "r.privacy_version"),
            Column::moment("asked_at", "r.created_at"),
        ],
        ..holding("sign_ups", "sign_up", "r.email_folded in (select p.email_folded from person p where p.id = $1)", "account")
    },
    Holding {
        columns: &[
            Column::text("kind", "r.kind"),
            Column::text("version", "r.version"),
            Column::moment("given_at", "r.given_at"),
            Column::moment("withdrawn_at", "r.withdrawn_at").or_none(),
        ],
        ..holding("consents", "consent", "r.person_id = $1", "rights")
    },
    Holding {
        columns: &[
            Column::text("state", "r.state"),
            Column::moment("asked_at", "r.created_at"),
            Column::moment("ready_at", "r.ready_at").or_none(),
            Column::moment("ends_at", "r.expires_at").or_none(),
            Column::number("bytes", "r.bytes"),
        ],
        blob: Some(Blob { column: "file", path: None }),
        ..holding("copies_asked_for", "data_request", "r.person_id = $1", "rights")
    },
    // Groups of letters of name and handle, by which mistyped names are found.
    Holding {
        key: &["gram", "kind", "subject_id"],
        ..holding("name_index", "trigram", "r.kind = 'person' and r.subject_id = $1", "account")
    },
    Holding {
        columns: &[
            Column::id("number", "r.id"),
            Column::text("handle", "r.handle"),
            Column::text("name", "r.name"),
            Column::text("email", "r.email"),
            Column::text("tier", "r.tier"),
            Column::text("state", "r.state"),
            Column::text("language", "r.language"),
            Column::text("about", "r.bio"),
            Column::yes("has_password", "case when r.password_hash is null then 0 else 1 end"),
            Column::text("privacy_version", "r.privacy_version"),
            Column::moment("privacy_at", "r.privacy_at"),
            Column::yes("private_profile", "r.private"),
            Column::moment("made_at", "r.created_at"),
            Column::text("last_seen_on", "r.last_seen_on").or_none(),
            Column::moment("warned_at", "r.warned_at").or_none(),
            Column::moment("ends_at", "r.closing_at").or_none(),
        ],
        end: End::Blank(
            "update person set handle = 'closed-' || id, handle_folded = 'closed-' || id, name = 'persona non più iscritta',
                    name_key = 'persona non piu iscritta', email = 'closed-' || id || '@invalid', email_folded = 'closed-' || id || '@invalid',
                    password_hash = null, tier = 'registered', state = 'closed', bio = '', privacy_version = '', privacy_at = 0,
                    last_seen_on = null, passkey_user = null, closing_at = null, warned_at = null
              where id in (select r.id from person r where r.id = $1 and r.handle <> 'closed-' || r.id limit $2)",
        ),
        ..holding("account", "person", "r.id = $1", "account")
    },
];

/// Everything identity holds, in the order in which it ends.
pub fn holdings() -> Vec<Holding> {
    [ACCESS, VERIFIED, STAFF, BLOCKS, ACCOUNT].concat()
}
