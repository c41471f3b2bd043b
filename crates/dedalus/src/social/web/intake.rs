//! A form that may bring files: read piece by piece, bounded, files to disk and never to memory.

use axum::body::to_bytes;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use http::{StatusCode, header};
use kit::{Error, Result};
use tempfile::TempPath;
use tokio::io::AsyncWriteExt;

use crate::shell::Form;
use crate::social::recording::FILE_FIELD;

/// Bytes one picture may have.
const FILE_MAX: u64 = 32 * 1024 * 1024;
/// Bytes all pictures of one form may have together.
const FILES_MAX: u64 = 100 * 1024 * 1024;
/// What a whole request may have, without a recording: the files and the words beside them.
const BODY_MAX: usize = 102 * 1024 * 1024;
/// Bytes one file of captions may have.
const CAPTIONS_MAX: u64 = wire::webvtt::LARGEST as u64;
/// Bytes one field of words may have.
const WORDS_MAX: usize = 1024 * 1024;
/// Bytes all words of one form may have together, their names too: they are held in memory, and the longest transcript fits twice.
const ALL_WORDS_MAX: usize = 2 * 1024 * 1024;
/// How the names of files begin that are on their way in.
const HALF_SENT: &str = "dedalus-upload-";
/// The field of the picture that stands for a recording.
pub const POSTER_FIELD: &str = "copertina-file";
/// The field of captions.
pub const CAPTIONS_FIELD: &str = "sottotitoli-file";
/// Fields one form may have.
const FIELDS_MAX: usize = 200;

/// What somebody sent.
pub struct Intake {
    /// The words.
    pub form: Form,
    /// The files in the order they came; empty file fields are left out.
    pub files: Vec<Upload>,
    /// The files of the recording's fields, each with its field.
    pub recorded: Vec<(String, Upload)>,
}

/// What a form may bring.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Files that are kept.
    pub files: usize,
    /// Bytes a recording may have; none takes no recordings.
    pub recording: u64,
}

/// One file.
pub enum Upload {
    /// On disk, gone again when this is dropped. What the client called it does not matter.
    File(TempPath),
    /// Larger than a file may be; the rest of the form was read all the same.
    TooLarge,
}

impl Intake {
    /// Reads a request, whichever of the two encodings of forms it has. At most `files` files are kept.
    pub async fn read(request: Request, files: usize) -> Result<Self> {
        Self::read_into(request, Room { files, recording: 0 }).await
    }

    /// The same with room for a recording.
    pub async fn read_into(mut request: Request, room_of: Room) -> Result<Self> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let bytes = to_bytes(request.into_body(), WORDS_MAX).await.map_err(|_| Error::TooLarge(WORDS_MAX as u64))?;
            return Ok(Self { form: Form::parse(&bytes)?, files: Vec::new(), recorded: Vec::new() });
        }
        let most = BODY_MAX.saturating_add(usize::try_from(room_of.recording).unwrap_or(usize::MAX));
        DefaultBodyLimit::max(most).apply(&mut request);
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Error::field("", "error-form-broken"))?;
        let mut pairs = Vec::new();
        let (mut kept, mut recorded) = (Vec::new(), Vec::new());
        // A recording has its own sentence when it is too large; the request as a whole is bounded.
        let (mut room, mut own_room) = (FILES_MAX, u64::MAX);
        let mut words_room = ALL_WORDS_MAX;
        while let Some(field) = parts.next_field().await.map_err(broken)? {
            if pairs.len() + kept.len() + recorded.len() >= FIELDS_MAX {
                return Err(Error::field("", "error-form-large"));
            }
            let name = field.name().unwrap_or_default().to_owned();
            words_room = less(words_room, name.len())?;
            if field.file_name().is_none() {
                pairs.push((name, words(field, &mut words_room).await?));
            } else if room_of.recording > 0 && matches!(name.as_str(), FILE_FIELD | POSTER_FIELD | CAPTIONS_FIELD) {
                let taken = match name.as_str() {
                    FILE_FIELD => file(field, &mut own_room, room_of.recording).await?,
                    CAPTIONS_FIELD => file(field, &mut room, CAPTIONS_MAX).await?,
                    _ => file(field, &mut room, FILE_MAX).await?,
                };
                recorded.extend(taken.map(|file| (name, file)));
            } else if let Some(file) = file(field, &mut room, FILE_MAX).await? {
                // One more than allowed is kept, so that the form can say so; what is above is not.
                if kept.len() <= room_of.files {
                    kept.push(file);
                }
            }
        }
        Ok(Self { form: Form::from_pairs(pairs), files: kept, recorded })
    }
}

/// What is left of the room for words.
fn less(room: usize, taken: usize) -> Result<usize> {
    room.checked_sub(taken).ok_or(Error::TooLarge(ALL_WORDS_MAX as u64))
}

/// A field of words: valid UTF-8, bounded, alone and with the others.
async fn words(mut field: Field<'_>, room: &mut usize) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(broken)? {
        if bytes.len() + piece.len() > WORDS_MAX {
            return Err(Error::TooLarge(WORDS_MAX as u64));
        }
        *room = less(*room, piece.len())?;
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| Error::field("", "error-form-broken"))
}

/// A file to disk. None when the field was left empty: browsers send it all the same.
async fn file(mut field: Field<'_>, room: &mut u64, most: u64) -> Result<Option<Upload>> {
    let mut size = 0_u64;
    let mut target = None;
    while let Some(piece) = field.chunk().await.map_err(broken)? {
        let length = piece.len() as u64;
        if length == 0 {
            continue;
        }
        size += length;
        *room = room.checked_sub(length).ok_or(Error::TooLarge(FILES_MAX))?;
        if size > most {
            // Read on without keeping, so that the words after it are not lost.
            target = None;
            continue;
        }
        if target.is_none() {
            target = Some(open().await?);
        }
        if let Some((file, _)) = &mut target {
            file.write_all(&piece).await.map_err(full)?;
        }
    }
    match target {
        _ if size > most => Ok(Some(Upload::TooLarge)),
        Some((mut file, path)) => {
            file.flush().await.map_err(full)?;
            Ok(Some(Upload::File(path)))
        }
        None => Ok(None),
    }
}

/// Removes what a killed process left of uploads: files of a day ago in the system's temporary folder that begin as ours do.
pub fn sweep_half_sent() {
    let Ok(folder) = std::fs::read_dir(std::env::temp_dir()) else { return };
    for entry in folder.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(HALF_SENT)) {
        let old = entry.metadata().and_then(|file| file.modified()).is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > 24 * 3600));
        if old && let Err(error) = std::fs::remove_file(entry.path()) {
            tracing::debug!(%error, "a half-sent file was not removed");
        }
    }
}

async fn open() -> Result<(tokio::fs::File, TempPath)> {
    let made = tokio::task::spawn_blocking(|| tempfile::Builder::new().prefix(HALF_SENT).tempfile()).await?.map_err(full)?;
    let (file, path) = made.into_parts();
    Ok((tokio::fs::File::from_std(file), path))
}

fn full(error: std::io::Error) -> Error {
    tracing::error!(%error, "no room for an upload");
    Error::Busy
}

fn broken(error: MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Error::TooLarge(FILES_MAX) } else { Error::field("", "error-form-broken") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn multipart(parts: &[(&str, Option<&str>, &[u8])]) -> Request {
        let mut body = Vec::new();
        for (name, file, bytes) in parts {
            let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
            body.extend_from_slice(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--x--\r\n");
        Request::post("/post").header(header::CONTENT_TYPE, "multipart/form-data; boundary=x").body(Body::from(body)).unwrap()
    }

    #[tokio::test]
    async fn words_and_files_come_apart_and_an_empty_file_field_is_none() {
        let request =
            multipart(&[("testo", None, "è così".as_bytes()), ("immagini", Some("../../x.png"), b"abc"), ("immagini", Some(""), b"")]);
        let intake = Intake::read(request, 6).await.unwrap();
        assert_eq!(intake.form.text("testo"), "è così");
        let [Upload::File(path)] = intake.files.as_slice() else { panic!("one file") };
        assert_eq!(std::fs::read(path).unwrap(), b"abc");
        assert!(!path.to_string_lossy().contains("x.png"));
        let path = path.to_path_buf();
        drop(intake);
        assert!(!path.exists());
    }

    #[tokio::test]
    async fn a_file_that_is_too_large_loses_no_words() {
        let large = vec![0; usize::try_from(FILE_MAX).unwrap() + 1];
        let intake = Intake::read(multipart(&[("immagini", Some("a"), &large), ("testo", None, b"ancora qui")]), 6).await.unwrap();
        assert!(matches!(intake.files.as_slice(), [Upload::TooLarge]));
        assert_eq!(intake.form.text("testo"), "ancora qui");
    }

    #[tokio::test]
    async fn broken_utf8_and_endless_words_are_refused() {
        assert!(matches!(Intake::read(multipart(&[("testo", None, b"\xff")]), 6).await, Err(Error::Invalid(_))));
        let endless = vec![b'a'; WORDS_MAX + 1];
        assert!(matches!(Intake::read(multipart(&[("testo", None, &endless)]), 6).await, Err(Error::TooLarge(_))));
        // Many fields that are each allowed are not allowed together.
        let long = vec![b'a'; WORDS_MAX - 100];
        assert!(Intake::read(multipart(&[("testo", None, &long), ("trascrizione", None, &long)]), 6).await.is_ok());
        let many = multipart(&[("a", None, &long), ("b", None, &long), ("c", None, &long)]);
        assert!(matches!(Intake::read(many, 6).await, Err(Error::TooLarge(_))));
        let name = "n".repeat(ALL_WORDS_MAX / 150);
        let named: Vec<_> = (0..FIELDS_MAX - 1).map(|_| (name.as_str(), None, &b""[..])).collect();
        assert!(Intake::read(multipart(&named), 6).await.is_err());
    }

    #[tokio::test]
    async fn the_plain_encoding_of_forms_is_taken_too() {
        let request = Request::post("/post").body(Body::from("testo=ciao&voce=io")).unwrap();
        assert_eq!(Intake::read(request, 6).await.unwrap().form.line("voce"), "io");
    }
}
