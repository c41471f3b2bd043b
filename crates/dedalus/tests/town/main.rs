//! The town as people meet it, over HTTP, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "tests say what they expect"
)]

mod admin;
mod alerts;
mod api;
mod attacks;
mod bookings;
mod calendar;
mod communities;
mod demo;
mod directory;
mod factors;
mod fairness;
mod faults;
mod floors;
mod following;
mod histories;
mod home;
mod identity;
mod judged;
mod leak;
mod model;
mod moderation;
mod mydata;
mod notices;
mod notices_due;
mod notices_more;
mod oauth;
mod open311;
mod outside;
mod people;
mod permissions;
mod pictures;
mod posts;
mod posts_links;
mod posts_live;
mod recordings;
mod removals;
mod requests;
mod requests_desk;
mod requests_map;
mod requests_place;
mod rush;
mod schema;
mod screening;
mod search;
mod services;
mod square;
mod support;
mod territory;
mod territory_tiles;
mod texts;
mod threads;
mod twice;
mod two_persons;
