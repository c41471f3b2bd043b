//! Files of a community: documents and pictures, kept as they came and given out as files to keep, never as pages.

use kit::blob::BlobId;
use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::kind::CommunityId;
use crate::identity::PersonId;

kit::row! {
    /// A file of a community.
    #[derive(Debug, Clone)]
    pub struct CommunityFile {
        /// Number.
        pub id: i64,
        /// What members call it.
        pub name: String,
        /// Its bytes.
        pub file: BlobId,
        /// What it is: `pdf`, `docx`…
        pub kind: String,
        /// How large.
        pub bytes: i64,
        /// Who put it there.
        pub person_id: PersonId,
        /// Their name.
        pub person_name: String,
        /// When.
        pub created_at: Time,
    }
}

/// A file about to be kept.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// What members call it, checked.
    pub name: String,
    /// Its bytes.
    pub file: BlobId,
    /// What it is.
    pub kind: &'static str,
    /// How large.
    pub bytes: i64,
    /// The form's key.
    pub once_key: String,
}

const SELECT: &str = "select f.id, f.name, f.file, f.type as kind, f.bytes, f.person_id, a.name as person_name, f.created_at
    from community_file f join person_card a on a.id = f.person_id";

impl CommunityFile {
    /// The newest first, from before one on. Whoever calls has made sure that the viewer reads the community.
    pub async fn list(db: &Db, community: CommunityId, before: Option<i64>, limit: i64) -> Result<Vec<Self>> {
        let sql = format!("{SELECT} where f.community_id = $1 and f.id < $2 order by f.id desc limit $3");
        Ok(db.all(sql, args![community, before.unwrap_or(i64::MAX), limit]).await?)
    }

    /// One of them.
    pub async fn find(db: &Db, community: CommunityId, id: i64) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where f.community_id = $1 and f.id = $2"), args![community, id]).await?)
    }

    /// Keeps one. The same form twice keeps it once.
    pub async fn keep(tx: &mut Tx, community: CommunityId, me: PersonId, new: &NewFile) -> Result<()> {
        if super::record::standing(tx, community, me).await? != super::record::Standing::Member {
            return Err(Error::NotFound);
        }
        let now = tx.now();
        tx.run(
            "insert into community_file (id, community_id, person_id, name, file, type, bytes, once_key, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (person_id, once_key) do nothing",
            args![kit::ids::next(now), community, me, &new.name, new.file, new.kind, new.bytes, &new.once_key, now],
        )
        .await?;
        tx.touch(format!("community:{community}"));
        Ok(())
    }

    /// Takes it away.
    pub async fn remove(&self, tx: &mut Tx, community: CommunityId) -> Result<()> {
        tx.run("delete from community_file where id = $1 and community_id = $2", args![self.id, community]).await?;
        tx.touch(format!("community:{community}"));
        Ok(())
    }

    /// Its size as people say it.
    pub fn size(&self) -> String {
        match self.bytes {
            bytes if bytes < 1024 => format!("{bytes} B"),
            bytes if bytes < 1024 * 1024 => format!("{} kB", (bytes + 512) / 1024),
            bytes => format!("{}.{} MB", bytes / (1024 * 1024), bytes % (1024 * 1024) * 10 / (1024 * 1024)),
        }
    }

    /// The name it has on somebody's disk: letters, digits and dashes, and what it is.
    pub fn download_name(&self) -> String {
        let plain: String = kit::text::fold(&self.name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).take(12).collect();
        let name = if parts.is_empty() { "file".to_owned() } else { parts.join("-") };
        format!("{name}.{}", self.kind)
    }
}

/// What a file is by its first bytes and, for packed office documents, by the parts they name; none for anything else.
/// What the browser or the name say does not matter.
pub fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    const HEADS: [(&[u8], &str); 5] = [
        (b"%PDF-", "pdf"),
        (b"\xff\xd8\xff", "jpg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"{\\rtf", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    ];
    if let Some((_, kind)) = HEADS.iter().find(|(head, _)| bytes.starts_with(head)) {
        return Some(kind);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    // A zip that names its parts: OpenDocument says what it is first (ODF 1.3 part 2 §3.3), Office Open XML by its folders.
    const PARTS: [(&[u8], &str); 6] = [
        (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
        (b"mimetypeapplication/vnd.oasis.opendocument.presentation", "odp"),
        (b"word/document.xml", "docx"),
        (b"xl/workbook.xml", "xlsx"),
        (b"ppt/presentation.xml", "pptx"),
    ];
    PARTS.iter().find(|(part, _)| contains(bytes, part)).map(|(_, kind)| *kind)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(kind_of(b"%PDF-1.7 ..."), Some("pdf"));
        assert_eq!(kind_of(b"PK\x03\x04....word/document.xml...."), Some("docx"));
        assert_eq!(kind_of(b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text"), Some("odt"));
        for odd in [&b"<html><script>"[..], b"MZ\x90", b"PK\x03\x04 any other zip", b"", b"<svg xmlns"] {
            assert_eq!(kind_of(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn a_name_on_disk_cannot_lead_elsewhere() {
        let named = |name: &str| CommunityFile {
            id: 1,
            name: name.into(),
            file: BlobId::of(b"x"),
            kind: "pdf".into(),
            bytes: 1,
            person_id: PersonId(1),
            person_name: String::new(),
            created_at: Time::from_micros(0),
        };
        assert_eq!(named("../../Verbale \"n. 3\"\r\n").download_name(), "verbale-n-3.pdf");
        assert_eq!(named("пр").download_name(), "file.pdf");
        assert_eq!(CommunityFile { bytes: 1_600_000, ..named("x") }.size(), "1.5 MB");
    }
}
