//! What bookings hold about people. With the account the names go and what is ahead is called off; the number stays, because
//! numbers of receipts have no gaps.

use kit::personal::{Column, End, Holding};

const BOOKING: &[Column] = &[
    Column::text("number", "r.channel || ' ' || r.year || '/' || r.count"),
    Column::text("what", "(select t.title from booking_thing t where t.id = r.thing_id)"),
    Column::text("place", "(select p.name from booking_place p where p.id = r.place_id)"),
    Column::moment("starts_at", "r.starts_at"),
    Column::moment("ends_at", "r.ends_at"),
    Column::text("state", "r.state"),
    Column::text("reason", "r.motive"),
    Column::text("details", "r.details"),
    Column::text("first_name", "r.first_name"),
    Column::text("last_name", "r.last_name"),
    Column::text("email", "r.email"),
    Column::text("email_folded", "r.email_folded"),
    Column::text("phone", "r.phone"),
    Column::text("language", "r.language"),
    Column::text("counter", "r.counter"),
    Column::text("warned_for", "r.warned_day").or_none(),
    Column::text("sent_once", "r.once_key").or_none(),
    Column::moment("booked_at", "r.created_at"),
];

/// Everything bookings hold.
pub fn holdings() -> Vec<Holding> {
    vec![Holding {
        name: "bookings",
        table: "booking",
        rows: Some("r.person_id = $1"),
        key: &["id"],
        columns: BOOKING,
        blob: None,
        end: End::Blank(
            "update booking set motive = '', details = '', first_name = '', last_name = '', email = '', email_folded = '', phone = '',
                    counter = '', warned_day = null, once_key = null, person_id = null,
                    state = case when state = 'booked' then 'cancelled' else state end
              where id in (select r.id from booking r where r.person_id = $1 order by r.id limit $2)",
        ),
        activity: "bookings",
    }]
}
