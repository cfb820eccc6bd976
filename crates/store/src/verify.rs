use crate::StoreError;
use crate::store::{Link, Store};

/// A journal that was found whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Records in it.
    pub records: u64,
}

impl Store {
    /// Recomputes the hash chain over the whole journal. It needs no key of any case, so that it holds after cases
    /// were erased.
    pub fn verify(&self) -> Result<Verified, StoreError> {
        let mut before = Vec::new();
        let mut records = 0;
        self.each_link(|seq, link: &Link, hash| {
            if link.hash(&before) != hash {
                return Err(StoreError::Damaged(seq));
            }
            before = hash.to_vec();
            records += 1;
            Ok(())
        })?;
        Ok(Verified { records })
    }
}
