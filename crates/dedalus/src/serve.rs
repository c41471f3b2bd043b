//! Answers requests until it is told to stop, and then ends what it has begun.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use futures_util::FutureExt;
use http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use kit::{Error, Result};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::shell::{App, Cached};
use crate::{router, site, town};

/// How long requests and jobs in hand may take to end once the process is asked to stop.
const GRACE: Duration = Duration::from_secs(20);
/// How long a client may take to send its request's head: a slow one must not hold a place for ever.
const HEAD_TIMEOUT: Duration = Duration::from_secs(20);

/// How often memory that nobody uses is given back.
const AIRING: Duration = Duration::from_secs(1);

/// Binds an address, or says what to change.
pub async fn bind(address: SocketAddr, setting: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        let advice = match error.kind() {
            std::io::ErrorKind::AddrInUse => {
                format!("another program listens on {address}; stop it, or choose another address with {setting}")
            }
            std::io::ErrorKind::PermissionDenied => {
                format!("ports below 1024 need a permission; choose a higher one with {setting} and put a proxy before it")
            }
            std::io::ErrorKind::AddrNotAvailable => format!("{address} is no address of this machine; set {setting} to one that is"),
            _ => format!("it cannot listen on {address}: {error}"),
        };
        Error::internal(advice)
    })
}

/// Serves the town until `stop` resolves.
pub async fn serve(app: App, listener: TcpListener, stop: impl Future<Output = ()> + Send) -> Result<()> {
    let (tell, told) = watch::channel(false);
    let runner = tokio::spawn(town::runner(&app).run(until(told.clone()), GRACE));
    let figures = figures(&app, told.clone()).await;
    let airing = tokio::spawn(air_memory());
    let service = Cached::new(app.clone(), router(&app));
    let graceful = GracefulShutdown::new();
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).pipeline_flush(true);
    builder.http2().timer(TokioTimer::new()).keep_alive_interval(Some(Duration::from_secs(30)));

    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(connection) => connection,
            Err(error) => {
                // Too many open files, or a client that was gone already: go on in a moment.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        begin(&builder, &service, &graceful, stream, peer);
    }
    tracing::info!("stopping: requests and jobs in hand are ended");
    // Connections that the system has taken already are ours: they are served, not reset.
    while let Some(Ok((stream, peer))) = listener.accept().now_or_never() {
        begin(&builder, &service, &graceful, stream, peer);
    }
    drop(listener);
    app.boards.stop();
    let _ = tell.send(true);
    app.live.close();
    if tokio::time::timeout(GRACE, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
    airing.abort();
    let _ = runner.await;
    if let Some(figures) = figures {
        let _ = figures.await;
    }
    app.db.close();
    Ok(())
}

/// Gives memory that a burst has left back to the system. The allocator does so only when somebody next asks it for a large
/// piece, which a quiet town may not do for hours.
async fn air_memory() {
    let mut tick = tokio::time::interval(AIRING);
    loop {
        tick.tick().await;
        drop(std::hint::black_box(Vec::<u8>::with_capacity(1024 * 1024)));
    }
}

/// Serves one connection on a task of its own, watched so that its requests may end.
fn begin(builder: &Builder<TokioExecutor>, service: &Cached, graceful: &GracefulShutdown, stream: TcpStream, peer: SocketAddr) {
    let _ = stream.set_nodelay(true);
    let connection = builder.serve_connection(TokioIo::new(stream), WithPeer { inner: service.clone(), peer });
    let watched = graceful.watch(connection.into_owned());
    tokio::spawn(async move {
        if let Err(error) = watched.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}

/// Tells each request who is at the other end of its connection.
#[derive(Clone)]
struct WithPeer {
    inner: Cached,
    peer: SocketAddr,
}

impl hyper::service::Service<Request<Incoming>> for WithPeer {
    type Response = http::Response<Body>;
    type Error = std::convert::Infallible;
    type Future = crate::shell::CachedFuture;

    fn call(&self, mut request: Request<Incoming>) -> Self::Future {
        request.extensions_mut().insert(self.peer);
        self.inner.answer(request.map(Body::new))
    }
}

/// The figures' own listener, on loopback.
async fn figures(app: &App, told: watch::Receiver<bool>) -> Option<tokio::task::JoinHandle<()>> {
    let address = app.config.server.metrics_listen;
    let handle = site::metrics_setup()?;
    let listener = match TcpListener::bind(address).await {
        Ok(listener) => listener,
        Err(error) => {
            tracing::warn!(%error, %address, "no figures: their address cannot be bound (server.metrics_listen)");
            return None;
        }
    };
    let routes = site::internal_routes(app.clone(), handle);
    Some(tokio::spawn(async move {
        let _ = axum::serve(listener, routes).with_graceful_shutdown(until(told)).await;
    }))
}

async fn until(mut told: watch::Receiver<bool>) {
    while !*told.borrow_and_update() {
        if told.changed().await.is_err() {
            return;
        }
    }
}

/// Resolves at SIGTERM or Ctrl-C.
pub async fn asked_to_stop() {
    let mut term = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(term) => term,
        Err(error) => {
            tracing::warn!(%error, "SIGTERM cannot be heard; stop with Ctrl-C");
            let _ = tokio::signal::ctrl_c().await;
            return;
        }
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
