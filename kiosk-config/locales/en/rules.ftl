# Words for reasons, documents and balances. The keys follow the codes in pusat.toml.

## Reasons

reason-resign = I resigned
reason-resign-note = You left your job by your own choice. Have the resignation letter from your employer ready.
reason-phk = I was laid off
reason-phk-note = Your employer ended your job (PHK).
reason-pkwt = My contract ended
reason-pkwt-note = Your contract is over and you no longer work.
reason-usia_56 = I am 56 years old
reason-usia_56-note = You may still be working.
reason-usia_pkb = I retired from my company
reason-usia_pkb-note = You have reached the retirement age in your company's rules.
reason-sebagian_10 = Take a part, 10 %
reason-sebagian_10-note = For people who have been members for 10 years. Only once: 10 % or 30 %.
reason-sebagian_30 = Take a part, 30 % for a home
reason-sebagian_30-note = For people who have been members for 10 years and are buying a home. Only once: 10 % or 30 %.
reason-bpu = I was self-employed and stopped
reason-bpu-note = For example traders, farmers or drivers who paid their own contributions. Staff at the counter will help you.
reason-cacat_total = I am disabled and can no longer work
reason-cacat_total-note = A doctor has stated a total permanent disability. Staff at the counter will help you.
reason-meninggal = The member has died
reason-meninggal-note = For the husband, wife, children or other heirs. We are sorry for your loss. Staff at the counter will help you.
reason-wna_pergi = I am a foreigner and leaving Indonesia
reason-wna_pergi-note = For foreign citizens who leave and will not work here again. Staff at the counter will help you.

reason-other = Not JHT, another programme
reason-other-note = Such as monthly pension, accident at work, death, or loss of work.

## Other programmes

programme-jp = Pension (JP)
programme-jp-note = Money every month.
programme-jkk = Accident at work (JKK)
programme-jkk-note = Ill or hurt because of work.
programme-jkm = Death (JKM)
programme-jkm-note = For the family of a member who died.
programme-jkp = Loss of work (JKP)
programme-jkp-note = For people who were laid off. Claimed at siapkerja.kemnaker.go.id; the counter can show you how.

## Documents

document-ktp = KTP (identity card)
document-ktp-note = Your original Indonesian identity card. It is usually in your wallet.
document-passport = Passport
document-passport-note = Your original passport. Open the page with your photo.
document-kpj_card = BPJS Ketenagakerjaan card
document-kpj_card-note = The member card with the KPJ number (Kartu Peserta Jamsostek), 11 digits. Your employer gave it to you.
document-bank_book = Bank book
document-bank_book-note = The front page with your name and account number. The account must be in your own name.
document-kk = Family card (KK)
document-kk-note = Kartu Keluarga, the large sheet with the names of the whole family. Bring it if you have it.
document-npwp = NPWP (tax card)
document-npwp-note = Your taxpayer number card (Nomor Pokok Wajib Pajak). Asked for if your balance is large or you made a partial claim before.
document-photo = Photo of your face
document-photo-note = Taken here, facing forward. You need not bring anything.
document-resignation_letter = Resignation letter
document-resignation_letter-note = A letter from your employer that says you resigned, with the date.
document-paklaring = Paklaring (work reference)
document-paklaring-note = A letter from your employer that says you worked there. Bring it if you have it.
document-contract_end = Contract or end-of-contract letter
document-contract_end-note = Your work contract with its last day, or a letter from your employer that it has ended.
document-pension_age_proof = Proof of the company's retirement age
document-pension_age_proof-note = A letter or company rule that states the retirement age. Ask the personnel office.
document-layoff_disnaker_receipt = Receipt from the labour office
document-layoff_disnaker_receipt-note = Proof from Dinas Tenaga Kerja (Disnaker) that your lay-off was reported.
document-layoff_employer_report = Employer's report of the lay-off
document-layoff_employer_report-note = The letter in which your employer reports your lay-off to the labour office.
document-layoff_notice = Lay-off notice and statement of no objection
document-layoff_notice-note = Your employer's notice, together with your statement that you do not object to it.
document-layoff_agreement = Joint agreement
document-layoff_agreement-note = The written agreement between you and your employer about the lay-off, signed by both (perjanjian bersama).
document-layoff_ruling = Court ruling
document-layoff_ruling-note = The ruling of the industrial relations court (Pengadilan Hubungan Industrial, PHI) about your lay-off.
document-home_purchase = Proof of buying a home in cash
document-home_purchase-note = PPJB (agreement to buy) or AJB (deed of sale) from the notary.
document-home_credit = Home credit papers from the bank
document-home_credit-note = The agreement or offer for your home loan (KPR) from your bank.
document-leaving_statement = Statement of no longer working in Indonesia
document-leaving_statement-note = A statement that you sign. Staff at the counter can help.
document-doctor_letter = Doctor's letter
document-doctor_letter-note = A letter from the examining or advising doctor that states a total permanent disability.
document-death_letter = Death letter
document-death_letter-note = A death certificate from the hospital, the village office or the civil registry.
document-heir_statement = Statement of heirs
document-heir_statement-note = A letter that names the heirs. The village office usually writes it.
document-heir_identity = Identity card (KTP) of the heir
document-heir_identity-note = The identity card of the person who claims. For children: birth certificate, and guardianship papers if under age.

## Balance

balance-up_to_15 = Up to Rp 15 million
balance-up_to_50 = Rp 15 million to Rp 50 million
balance-above_50 = More than Rp 50 million
balance-unknown = I don't know
balance-unknown-note = That is fine. Staff will check it.
