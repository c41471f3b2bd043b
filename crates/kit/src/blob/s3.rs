//! Blobs in a bucket of any S3-compatible store.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::buffered::BufWriter;
use object_store::path::Path as Key;
use object_store::{ClientOptions, Error as StoreError, GetOptions, GetRange, ObjectMeta, ObjectStoreExt, RetryConfig};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{BlobId, Bucket, Listed};
use crate::clock::Time;
use crate::config::Files;
use crate::error::{Error, Result};

#[derive(Clone)]
pub struct S3(Arc<AmazonS3>);

impl S3 {
    pub fn open(bucket: &Bucket, files: &Files) -> Result<Self> {
        crate::tls::install();
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&bucket.name)
            .with_region(&bucket.region)
            .with_access_key_id(files.access_key.reveal())
            .with_secret_access_key(files.secret_key.reveal())
            .with_client_options(ClientOptions::new().with_timeout(Duration::from_secs(60)).with_connect_timeout(Duration::from_secs(5)))
            .with_allow_http(bucket.allow_http)
            .with_retry(RetryConfig { max_retries: 3, retry_timeout: Duration::from_secs(20), ..RetryConfig::default() });
        if let Some(endpoint) = &bucket.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        Ok(Self(Arc::new(builder.build().map_err(about)?)))
    }

    pub async fn put(&self, id: BlobId, bytes: Bytes) -> Result<()> {
        self.0.put(&key(id), bytes.into()).await.map_err(about)?;
        Ok(())
    }

    /// Sends a file piece by piece, in parts when it is large; given up when it is no longer what was hashed.
    pub async fn put_file(&self, id: BlobId, path: &Path) -> Result<()> {
        let mut file = tokio::fs::File::open(path).await?;
        let store = Arc::clone(&self.0);
        let mut writer = BufWriter::new(store, key(id));
        let mut hash = Sha256::new();
        let sent = async {
            loop {
                let mut piece = bytes::BytesMut::with_capacity(1024 * 1024);
                if file.read_buf(&mut piece).await? == 0 {
                    break;
                }
                hash.update(&piece);
                writer.put(piece.freeze()).await.map_err(about)?;
            }
            if BlobId::from_hash(hash.finalize().into()) != id {
                return Err(Error::internal("a file changed while it was being stored"));
            }
            writer.shutdown().await.map_err(|error| {
                tracing::warn!(%error, "the store did not take a file");
                Error::Busy
            })
        }
        .await;
        if sent.is_err() {
            // Parts that arrived would cost money for ever; a store that is away cannot be told.
            let _ = writer.abort().await;
        }
        sent
    }

    pub async fn get(&self, id: BlobId) -> Result<Bytes> {
        self.0.get(&key(id)).await.map_err(about)?.bytes().await.map_err(about)
    }

    pub async fn stream(&self, id: BlobId) -> Result<BoxStream<'static, Result<Bytes>>> {
        Ok(self.0.get(&key(id)).await.map_err(about)?.into_stream().map_err(about).boxed())
    }

    /// So many bytes from a place on.
    pub async fn stream_range(&self, id: BlobId, from: u64, count: u64) -> Result<BoxStream<'static, Result<Bytes>>> {
        let asked = GetOptions { range: Some(GetRange::Bounded(from..from.saturating_add(count))), ..GetOptions::default() };
        let found = object_store::ObjectStore::get_opts(&*self.0, &key(id), asked).await.map_err(about)?;
        Ok(found.into_stream().map_err(about).boxed())
    }

    pub async fn stat(&self, id: BlobId) -> Result<Listed> {
        Ok(listed(id, &self.0.head(&key(id)).await.map_err(about)?))
    }

    pub async fn delete(&self, id: BlobId) -> Result<()> {
        match self.0.delete(&key(id)).await {
            Ok(()) | Err(StoreError::NotFound { .. }) => Ok(()),
            Err(error) => Err(about(error)),
        }
    }

    pub fn list(&self) -> BoxStream<'static, Result<Listed>> {
        let found = object_store::ObjectStore::list(&*self.0, None);
        found
            .map_err(about)
            .try_filter_map(|meta| async move {
                let id = meta.location.filename().and_then(|name| name.parse().ok()).filter(|id| key(*id) == meta.location);
                Ok(id.map(|id| listed(id, &meta)))
            })
            .boxed()
    }
}

fn key(id: BlobId) -> Key {
    let (outer, inner) = id.folders();
    Key::from(format!("{outer}/{inner}/{id}"))
}

fn listed(id: BlobId, meta: &ObjectMeta) -> Listed {
    Listed { id, bytes: meta.size, written: Time::from_micros(meta.last_modified.timestamp_micros()) }
}

#[track_caller]
fn about(error: StoreError) -> Error {
    match error {
        StoreError::NotFound { .. } => Error::NotFound,
        // Away, overloaded or full, after all retries: nothing was stored.
        StoreError::Generic { .. } => {
            tracing::warn!(%error, "the store of files is away");
            Error::Busy
        }
        other => Error::internal(other),
    }
}
