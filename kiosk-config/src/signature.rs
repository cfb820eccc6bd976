//! Signatures of head office's files, in the format of minisign.

use crate::files::{Files, KEY, SIGNATURE, is_signed};
use crate::{LAYERS, Problem};
use minisign_verify::{PublicKey, Signature};
use std::fs;
use std::io;
use std::path::Path;

/// The public key of the practice key in this repository: everybody has its secret.
const PRACTICE_KEY: &str = include_str!("../practice-key/practice.pub");

/// Problems with the signatures in a folder, looked at with the key that lies in it.
pub fn check_signatures(folder: &Path) -> Vec<Problem> {
    Files::read(folder).check_signatures()
}

impl Files {
    /// Problems with the signatures of these files, looked at with the key among them.
    pub fn check_signatures(&self) -> Vec<Problem> {
        match key(self) {
            Ok(key) => verify(self, &key),
            // The other checks say so.
            Err(_) if self.nowhere() => vec![],
            Err(problem) => vec![problem],
        }
    }
}

/// The public key among the files.
pub(crate) fn key(files: &Files) -> Result<PublicKey, Problem> {
    let Some(text) = files.text(KEY) else {
        return Err(Problem::in_file(KEY, "missing; the public key that head office signs with is needed"));
    };
    decode(text?).ok_or_else(|| {
        Problem::in_file(KEY, "no public key; expected the two lines that minisign writes into its .pub file")
    })
}

/// The key alone: the comment in the first line makes no other key of it.
fn decode(text: &str) -> Option<PublicKey> {
    PublicKey::from_base64(text.lines().nth(1)?.trim()).ok()
}

/// Whether this is the key whose secret lies in the repository.
pub(crate) fn is_practice(key: &PublicKey) -> bool {
    decode(PRACTICE_KEY).is_some_and(|practice| practice == *key)
}

/// Files of head office that are not signed with a key, or were changed since.
pub(crate) fn verify(files: &Files, key: &PublicKey) -> Vec<Problem> {
    let signed = files.all().keys().filter(|name| is_signed(name));
    signed.filter_map(|name| signature_problem(files, name, key)).collect()
}

fn signature_problem(files: &Files, name: &str, key: &PublicKey) -> Option<Problem> {
    let signature_name = format!("{name}{SIGNATURE}");
    let Some(text) = files.text(&signature_name) else {
        let what = format!("not signed: {signature_name} is missing; ask head office for it");
        return Some(Problem::in_file(name, what));
    };
    let signature = match text.map(Signature::decode) {
        Ok(Ok(signature)) => signature,
        Ok(Err(_)) => {
            return Some(Problem::in_file(
                &signature_name,
                "no signature; expected the four lines of minisign",
            ));
        }
        Err(problem) => return Some(problem),
    };
    key.verify(files.bytes(name)?, &signature, false).err().map(|error| {
        let what = match error {
            minisign_verify::Error::UnexpectedKeyId => {
                format!("signed with another key than the one in {KEY}")
            }
            _ => format!("changed after it was signed: it does not fit {signature_name}"),
        };
        Problem::in_file(name, what)
    })
}

/// Why nothing was signed.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// A file cannot be read or written.
    #[error("{file}: {error}")]
    File {
        /// Its name.
        file: String,
        /// Why.
        error: io::Error,
    },
    /// The secret key is none, or the password is wrong.
    #[error("the secret key cannot be used: {0}")]
    Key(String),
    /// The folder has the public key of another secret.
    #[error("{KEY} is the public half of another key than the secret one that was given")]
    OtherKey,
    /// What would be signed is wrong.
    #[error("{} problem(s):\n{}", .0.len(), .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<Problem>),
}

/// Signs head office's files in a folder that are not signed with this key yet, and puts the public key beside them
/// where there is none. Returns the names of the files that were signed. A secret key with a password asks for it on
/// the terminal.
pub fn sign(folder: &Path, secret_key: &Path) -> Result<Vec<String>, SignError> {
    let failed = |file: &Path| {
        let file = file.display().to_string();
        move |error: io::Error| SignError::File { file, error }
    };
    let unusable = |error: minisign::PError| SignError::Key(error.to_string());
    let text = fs::read_to_string(secret_key).map_err(failed(secret_key))?;
    let secret_box = || minisign::SecretKeyBox::from_string(&text).map_err(unusable);
    let secret = match secret_box()?.into_unencrypted_secret_key() {
        Ok(secret) => secret,
        Err(_) => secret_box()?.into_secret_key(None).map_err(unusable)?,
    };
    let public = minisign::PublicKey::from_secret_key(&secret).map_err(unusable)?;
    let key =
        PublicKey::from_base64(&public.to_base64()).map_err(|error| SignError::Key(error.to_string()))?;

    let files = Files::read(folder);
    if !files.problems().is_empty() {
        return Err(SignError::Problems(files.problems().to_vec()));
    }
    if files.bytes(KEY).is_none() {
        let text = public.to_box().map_err(unusable)?.into_string();
        fs::write(folder.join(KEY), text).map_err(failed(&folder.join(KEY)))?;
    } else if self::key(&files).map_err(|problem| SignError::Problems(vec![problem]))? != key {
        return Err(SignError::OtherKey);
    }
    let mut names = vec![];
    for (name, bytes) in files.all().iter().filter(|(name, _)| is_signed(name)) {
        if signature_problem(&files, name, &key).is_none() {
            continue;
        }
        let file = folder.join(format!("{name}{SIGNATURE}"));
        let comment = format!("file:{name}");
        let signature =
            minisign::sign(Some(&public), &secret, &**bytes, Some(&comment), None).map_err(unusable)?;
        fs::write(&file, signature.into_string()).map_err(failed(&file))?;
        names.push(name.clone());
    }
    if !files.all().keys().any(|name| is_signed(name)) {
        let what = format!("{}: no file of head office here; nothing to sign", LAYERS[0]);
        return Err(SignError::Problems(vec![Problem::in_file(folder.display().to_string(), what)]));
    }
    Ok(names)
}
