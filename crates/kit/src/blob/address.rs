//! Where files are kept, as the settings say it.

use std::path::PathBuf;
use std::str::FromStr;

use url::Url;

use crate::config::host_is_loopback;

/// `disk:FOLDER`, or `s3://BUCKET?endpoint=…&region=…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A folder.
    Disk(PathBuf),
    /// A bucket of an S3-compatible store.
    S3(Bucket),
}

/// A bucket and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// The store's address; AWS's own when there is none.
    pub endpoint: Option<String>,
    /// The region, which most other stores take as any word.
    pub region: String,
    /// Plain http was asked for, or the store is on this machine.
    pub allow_http: bool,
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(folder) = text.strip_prefix("disk:") {
            return if folder.is_empty() { Err("after `disk:` the folder is missing".into()) } else { Ok(Self::Disk(folder.into())) };
        }
        if !text.starts_with("s3://") {
            return Err(format!("`{text}` must begin with disk: or s3://"));
        }
        let url = Url::parse(text).map_err(|error| format!("`{text}` is not an address ({error})"))?;
        let name = url.host_str().unwrap_or_default().to_owned();
        if name.is_empty()
            || !matches!(url.path(), "" | "/")
            || url.port().is_some()
            || !url.username().is_empty()
            || url.password().is_some()
        {
            return Err("write s3://BUCKET?endpoint=https://HOST&region=NAME, the keys apart from it".into());
        }
        let mut bucket = Bucket { name, endpoint: None, region: "us-east-1".into(), allow_http: false };
        for (key, value) in url.query_pairs() {
            match (&*key, &*value) {
                ("endpoint", value) => bucket.endpoint = Some(value.trim_end_matches('/').to_owned()),
                ("region", value) => bucket.region = value.to_owned(),
                ("allow_http", "true") => bucket.allow_http = true,
                (key, value) => return Err(format!("`{key}={value}` is not known: there are endpoint, region and allow_http=true")),
            }
        }
        if let Some(endpoint) = &bucket.endpoint {
            let url = Url::parse(endpoint).map_err(|error| format!("endpoint `{endpoint}` is not an address ({error})"))?;
            bucket.allow_http |= host_is_loopback(url.host_str().unwrap_or_default());
            match url.scheme() {
                "https" => {}
                "http" if bucket.allow_http => {}
                "http" => {
                    return Err(format!("endpoint `{endpoint}` is plain http: write https, or add allow_http=true in a closed network"));
                }
                _ => return Err(format!("endpoint `{endpoint}` must begin with https://")),
            }
        }
        Ok(Self::S3(bucket))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_understood() {
        assert_eq!("disk:data/files".parse(), Ok(Address::Disk("data/files".into())));
        let Ok(Address::S3(bucket)) = "s3://town?endpoint=http://127.0.0.1:5000/&region=eu".parse() else { panic!() };
        assert_eq!((bucket.endpoint.as_deref(), bucket.region.as_str(), bucket.allow_http), (Some("http://127.0.0.1:5000"), "eu", true));
        assert!("s3://town".parse::<Address>().is_ok());
        assert!("s3://town?endpoint=http://minio:9000&allow_http=true".parse::<Address>().is_ok());
    }

    #[test]
    fn addresses_that_cannot_work_are_refused_in_words() {
        let refused = |text: &str| text.parse::<Address>().unwrap_err();
        assert!(refused("disk:").contains("missing"));
        assert!(refused("/data").contains("must begin with disk: or s3://"));
        assert!(refused("s3://town?endpoint=http://store.example").contains("plain http"));
        assert!(refused("s3://town?endpont=https://store.example").contains("not known"));
        assert!(refused("s3://key:secret@town").contains("keys apart"));
        assert!(refused("s3://town/folder").contains("write s3://BUCKET"));
        assert!(refused("s3://").contains("write s3://BUCKET"));
    }
}
