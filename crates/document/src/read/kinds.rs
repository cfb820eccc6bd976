//! Which document a page is, from the words that only stand on that one.

use super::rows::{Row, label};
use super::{Field, Kind, ReadValue};

/// So much evidence is needed …
const ENOUGH: f32 = 4.0;
/// … and so much more than for any other document.
const LEAD: f32 = 1.5;
/// Words must be this much like the phrase.
const ALIKE: f32 = 0.82;

/// Phrases with what each is worth; a bar is between those that say the same.
const PHRASES: &[(Kind, &[(&str, f32)])] = &[
    (
        Kind::Ktp,
        &[
            ("NIK", 0.5),
            ("Tempat/Tgl Lahir", 1.5),
            ("Jenis Kelamin", 1.0),
            ("Gol. Darah", 1.5),
            ("Kel/Desa", 1.0),
            ("Kewarganegaraan", 1.0),
            ("Status Perkawinan", 1.0),
            ("Berlaku Hingga", 1.5),
            ("Seumur Hidup", 1.0),
            ("Kartu Tanda Penduduk", 3.0),
        ],
    ),
    (
        Kind::Kk,
        &[
            ("Kartu Keluarga", 4.0),
            ("Nama Kepala Keluarga", 3.0),
            ("Status Hubungan Dalam Keluarga", 3.0),
            ("Nama Lengkap", 1.0),
            ("Jenis Kelamin", 1.0),
            ("Jenis Pekerjaan", 1.5),
            ("Nama Orang Tua", 1.5),
            ("Status Perkawinan", 1.0),
            ("Kewarganegaraan", 1.0),
            ("Kode Pos", 0.5),
        ],
    ),
    (
        Kind::Passbook,
        &[
            ("Buku Tabungan", 3.0),
            ("Nomor Rekening|No. Rekening|No. Rek|Account No", 2.0),
            ("Nasabah", 1.0),
            ("Tabungan", 1.0),
            ("Saldo", 1.5),
            ("Debet", 1.0),
            ("Kredit", 1.0),
            ("Sandi", 1.0),
            ("Kantor Cabang", 1.0),
        ],
    ),
    (
        Kind::Kpj,
        &[
            ("Kartu Peserta", 3.0),
            ("Nomor KPJ", 2.0),
            ("Jaminan Sosial Ketenagakerjaan", 1.5),
            ("BPJS Ketenagakerjaan", 1.5),
            ("Jamsostek", 1.5),
            ("Nomor Peserta", 1.5),
            ("Kepesertaan", 1.0),
        ],
    ),
    (
        Kind::Npwp,
        &[
            ("Nomor Pokok Wajib Pajak", 3.0),
            ("NPWP", 2.0),
            ("Direktorat Jenderal Pajak", 2.0),
            ("Kementerian Keuangan", 1.5),
            ("KPP Pratama", 1.5),
            ("Kantor Pelayanan Pajak", 1.5),
            ("Terdaftar", 1.0),
        ],
    ),
    (
        Kind::Resignation,
        &[
            ("Surat Pengunduran Diri|Permohonan Pengunduran Diri|Perihal Pengunduran Diri", 3.0),
            ("Pengunduran Diri|Mengundurkan Diri", 2.0),
            ("Hormat Saya", 1.0),
        ],
    ),
    (
        Kind::Paklaring,
        &[
            (
                "Surat Keterangan Kerja|Surat Pengalaman Kerja|Surat Keterangan Pengalaman Kerja|Paklaring|Verklaring|\
                 Certificate of Employment",
                4.0,
            ),
            ("pernah bekerja|telah bekerja", 2.0),
            ("menerangkan bahwa", 1.0),
        ],
    ),
    (
        Kind::ContractEnd,
        &[
            ("Perjanjian Kerja Waktu Tertentu|PKWT", 3.0),
            ("Berakhirnya Perjanjian Kerja|Berakhirnya Kontrak|Berakhir Kontrak Kerja|Selesai Kontrak", 3.0),
            ("Kontrak Kerja|Perjanjian Kerja", 2.0),
            ("masa kontrak", 1.5),
        ],
    ),
    (
        Kind::Layoff,
        &[
            ("Pemutusan Hubungan Kerja|Surat PHK", 4.0),
            ("Perselisihan Hubungan Industrial", 4.0),
            ("Perjanjian Bersama", 2.0),
            ("Dinas Tenaga Kerja", 1.0),
            ("pesangon", 1.5),
        ],
    ),
];

/// The document that the words leave no doubt about: a false hint confuses people who are afraid already.
pub(super) fn looks_like(rows: &[Row]) -> Option<Kind> {
    let mut evidence: Vec<(Kind, f32)> =
        PHRASES.iter().map(|(kind, phrases)| (*kind, sum(rows, phrases))).collect();
    evidence.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (kind, most) = *evidence.first()?;
    let next = evidence.get(1).map_or(0.0, |(_, sum)| *sum);
    (most >= ENOUGH && most >= next + LEAD).then_some(kind)
}

fn sum(rows: &[Row], phrases: &[(&str, f32)]) -> f32 {
    let found = |phrase: &str| {
        let spellings: Vec<&str> = phrase.split('|').collect();
        label(rows, &spellings).filter(|label| label.likeness >= ALIKE)
    };
    phrases.iter().filter_map(|(phrase, worth)| Some(found(phrase)?.likeness * worth)).sum()
}

/// The mean over the fields that the kind should have; of a letter, whether it looks like that letter.
pub(super) fn confidence(kind: Kind, looks_like: Option<Kind>, fields: &[(Field, ReadValue)]) -> f32 {
    let expected: &[Field] = match kind {
        Kind::Ktp => &[Field::Nik, Field::Name, Field::BirthPlace, Field::BirthDate, Field::Sex],
        Kind::Passbook => &[Field::Bank, Field::Account, Field::Holder],
        Kind::Kpj => &[Field::Kpj],
        Kind::Npwp => &[Field::Npwp],
        // Any letter may be this one, unless it is clearly another document.
        Kind::Letter => return if looks_like.is_none() { 0.5 } else { 0.2 },
        _ => {
            return match looks_like {
                Some(other) if other == kind => 0.95,
                Some(_) => 0.1,
                None => 0.4,
            };
        }
    };
    let sure =
        |field: &Field| fields.iter().find(|(of, _)| of == field).map_or(0.0, |(_, value)| value.confidence);
    expected.iter().map(sure).sum::<f32>() / expected.len() as f32
}

#[cfg(test)]
mod tests {
    use super::super::rows::page;
    use super::*;

    #[test]
    fn documents_are_told_apart_by_their_words() {
        let cases: [(&[&str], Option<Kind>); 7] = [
            (
                &["NIK : 3507", "Tempat/Tgl Lahir : MALANG", "Jenis Kelamin", "Gol. Darah", "Berlaku Hingga"],
                Some(Kind::Ktp),
            ),
            (&["BUKU TABUNGAN", "BANK RAKYAT", "Nomor Rekening", "Saldo"], Some(Kind::Passbook)),
            (&["KARTU PESERTA", "Jaminan Sosial Ketenagakerjaan"], Some(Kind::Kpj)),
            (&["SURAT KETERANGAN KERJA", "pernah bekerja", "mengundurkan diri dari"], Some(Kind::Paklaring)),
            (&["SURAT PENGUNDURAN DIRI", "Hormat saya", "surat keterangan"], Some(Kind::Resignation)),
            (&["NIK", "Nama"], None),
            (&[], None),
        ];
        for (lines, kind) in cases {
            assert_eq!(looks_like(&page(lines)), kind, "{lines:?}");
        }
    }

    #[test]
    fn a_letter_is_plausible_when_it_looks_like_itself() {
        let sure = |kind, looks| confidence(kind, looks, &[]);
        assert!(sure(Kind::Paklaring, Some(Kind::Paklaring)) > sure(Kind::Paklaring, None));
        assert!(sure(Kind::Paklaring, None) > sure(Kind::Paklaring, Some(Kind::Ktp)));
        assert_eq!(sure(Kind::Ktp, Some(Kind::Ktp)), 0.0);
    }
}
