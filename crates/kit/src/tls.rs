//! One implementation of TLS for everything that calls out.

use std::sync::Once;

/// Makes `ring` the one that clients without a choice of their own take. May be called any number of times.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Only refused when another one is there already, which then serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
}
