//! /healthz and /readyz for whoever watches the process, /metrics on a listener of its own.

use axum::Router;
use axum::routing::get;
use kit::Result;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::shell::App;

/// GET /healthz — the process lives.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// GET /readyz — the database answers.
pub async fn ready(app: App) -> Result<&'static str> {
    let _: (i64,) = app.db.one("select cast(1 as bigint) as one", vec![]).await?;
    Ok("ready\n")
}

/// Starts to keep figures; once a process.
pub fn metrics_setup() -> Option<PrometheusHandle> {
    PrometheusBuilder::new().install_recorder().ok()
}

/// The addresses of the loopback-only listener.
pub fn internal_routes(app: App, handle: PrometheusHandle) -> Router {
    Router::new().route(
        "/metrics",
        get(async move || {
            let figures = app.cache.figures();
            metrics::gauge!("dedalus_cache_bytes").set(to_f64(figures.bytes));
            metrics::counter!("dedalus_cache_hits_total").absolute(figures.hits);
            metrics::counter!("dedalus_cache_misses_total").absolute(figures.misses);
            metrics::counter!("dedalus_cache_fills_dropped_total").absolute(figures.dropped);
            metrics::counter!("dedalus_db_statements_total").absolute(app.db.statements());
            if let Ok(counts) = kit::jobs::counts(&app.db).await {
                for (state, n) in counts {
                    metrics::gauge!("dedalus_jobs", "state" => state.word()).set(to_f64(u64::try_from(n).unwrap_or_default()));
                }
            }
            handle.render()
        }),
    )
}

#[expect(clippy::cast_precision_loss, reason = "figures for people; Prometheus knows only doubles")]
const fn to_f64(number: u64) -> f64 {
    number as f64
}
