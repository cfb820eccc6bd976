"""What stands on Indonesian identity documents: numbers, names, places and words, made up from a random source."""

import csv
import random
from pathlib import Path

ALPHABET = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-/':()&"
REGIONS = Path(__file__).parents[2] / "crates/claim/data/regions.csv"

with REGIONS.open(encoding="utf-8") as file:
    AREAS = [(code, name) for code, name in csv.reader(file)]
PLACES = [name.split(" ", 1)[1] for _, name in AREAS if " " in name]

NAMES = """ABDUL ACHMAD ADE ADI AGUNG AGUS AHMAD AINI AISYAH AJI ALI AMALIA AMINAH ANDI ANDRI ANGGRAENI ANI ANISA ANTON
ANWAR ARI ARIF ARYANTI ASEP ASIH ASTUTI AYU AZIZ BAGUS BAMBANG BAYU BUDI CAHYA CANDRA CHRISTINA CICI DADANG DANI DARMAWAN
DEDI DENI DESI DEWI DIAN DIMAS DINA DJOKO DWI EDI EKA EKO ELI ENDAH ENDANG ERNA ERNAWATI EVI FAJAR FARIDA FATIMAH FEBRI
FERI FIRMAN FITRI FITRIANI GALIH GILANG GUNAWAN HADI HALIMAH HANDAYANI HARI HARTATI HARTONO HASAN HENDRA HENI HERMAN HERU
HIDAYAT IDA IKA ILHAM IMAM INDAH INDRA INTAN IRAWAN IRFAN ISMAIL IWAN JAMAL JAYA JOKO JUMIATI JUNAIDI KARTIKA KARTINI
KHAIRUL KHOLIFAH KOMARUDIN KRISTIANI KURNIA KURNIAWAN KUSUMA LAILA LESTARI LILIS LINA LUKMAN LUSI MADE MAHENDRA MARIA
MARYATI MAULANA MEGA MOCHAMAD MOHAMMAD MUHAMMAD MUJIONO MULYADI MULYANI MURNI MUSTOFA NANANG NENENG NINGSIH NOVI NUGROHO
NUR NURHAYATI NURUL NYOMAN OKTAVIA PERMATA PRASETYO PRATAMA PUJI PURNOMO PURWANTI PUTRA PUTRI PUTU RACHMAWATI RAHAYU
RAHMAT RAMADHAN RATNA RETNO RINA RINI RISKA RIZKI ROHMAH ROSITA RUDI RUSDI SAFITRI SAIFUL SANTOSO SAPUTRA SARI SETIAWAN
SIGIT SITI SLAMET SOFYAN SRI SUBAGYO SUDARSONO SUGENG SUHARTO SULASTRI SULISTYO SUMARNI SUPARMAN SUPRIYADI SURYANI
SUSANTI SUSILO SUTRISNO SYAHPUTRA SYAIFUDIN TAUFIK TEGUH TITIN TONI TRI TUTI UDIN UMI UTAMI UTOMO VERA WAHYU WAHYUNI
WATI WAWAN WIBOWO WIDODO WIJAYA WULANDARI YANTI YANTO YUDI YULI YULIANTI YUNITA YUSUF ZAENAL ZULKIFLI""".split()
SYLLABLES = """ba be bi bo bu ca ci da de di do du fa fi ga gi gu ha he hi hu ja jo ju ka ke ki ko ku la le li lo lu ma
me mi mo mu na ne ni no nu nga pa pe pi po pra pu ra re ri ro ru sa se si so su sya ta te ti to tri tu wa we wi wo ya yo
yu za zu an en in on un ang eng ing ung ar er ir or ur as is us at it al il ul am im um ah ih uh""".split()
BEFORE = ["H.", "HJ.", "DRS.", "DRA.", "DR.", "IR.", "M.", "MOH.", "MUH.", "ST.", "R.", "NI", "I", "KH.", "RR.", "PROF."]
AFTER = ["S.PD", "S.E.", "SE", "S.H.", "M.SI", "M.KOM", "ST", "S.T.", "MM", "S.KOM", "A.MD", "S.SOS", "BA", "S.AG", "M.PD",
         "S.Pd.", "S.Kom", "Amd.Keb"]
BANKS = ["BANK RAKYAT INDONESIA", "BANK BRI", "BRI", "BANK MANDIRI", "MANDIRI", "BANK NEGARA INDONESIA", "BNI", "BCA",
         "BANK CENTRAL ASIA", "BTN", "BANK TABUNGAN NEGARA", "BANK SYARIAH INDONESIA", "BSI", "BANK JATIM", "BPD", "DKI",
         "CIMB NIAGA", "BANK DANAMON", "PERMATABANK", "BANK BJB", "BUKOPIN", "BANK MEGA", "OCBC NISP", "PANIN", "MAYBANK",
         "TABUNGAN", "BUKU TABUNGAN", "SIMPEDES", "BRITAMA", "TAPLUS", "TAHAPAN", "BATARA", "KANTOR CABANG", "NO. REKENING",
         "NOMOR REKENING", "NAMA", "ALAMAT", "UNIT", "KCP", "CAB.", "PT BANK", "(PERSERO) TBK", "SIMPANAN", "TANGGAL"]
CARD = """PROVINSI|KABUPATEN|KOTA|KECAMATAN|KELURAHAN|DESA|NIK|ISLAM|KRISTEN|KATHOLIK|HINDU|BUDHA|KHONGHUCU|KAWIN|BELUM KAWIN|
CERAI HIDUP|CERAI MATI|WNI|WNA|SEUMUR HIDUP|KARYAWAN SWASTA|WIRASWASTA|PELAJAR/MAHASISWA|MENGURUS RUMAH TANGGA|BURUH HARIAN LEPAS|
PETANI/PEKEBUN|GURU|PNS|PEDAGANG|BELUM/TIDAK BEKERJA|BPJS KETENAGAKERJAAN|KARTU PESERTA|JAMSOSTEK|NOMOR PESERTA|NPWP|
KEMENTERIAN KEUANGAN REPUBLIK INDONESIA|DIREKTORAT JENDERAL PAJAK|KANTOR PELAYANAN PAJAK PRATAMA|TERDAFTAR|KARTU KELUARGA|
KEPALA KELUARGA|SURAT KETERANGAN KERJA|PENGUNDURAN DIRI""".replace("\n", "").split("|")
MIXED = """Nama|Tempat/Tgl Lahir|Jenis Kelamin|Alamat|RT/RW|Kel/Desa|Kecamatan|Agama|Status Perkawinan|Pekerjaan|
Kewarganegaraan|Berlaku Hingga|Gol. Darah|Nomor|Nama Pemilik|No. Rekening|No. Kartu|Cabang|Kepada Yth.|Dengan hormat,|
Yang bertanda tangan di bawah ini|menerangkan bahwa|telah bekerja pada|sebagai|sejak tanggal|sampai dengan|Demikian surat|
keterangan ini dibuat|Hormat saya,|Surat Pengunduran Diri|Perihal|Lampiran|Kartu Keluarga|Jabatan|Karyawan|Perusahaan|
Tanggal|Terdaftar|Kantor Pelayanan Pajak|untuk dipergunakan|sebagaimana mestinya|Manajer|Personalia|(Persero) Tbk""".replace("\n", "").split("|")
MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]
LABELS = {
    "nik": ["NIK :", "NIK", ":", "NIK:"],
    "account": ["No. Rek", "NO. REKENING :", "No. Rekening :", ":", "NOREK", "Account No.", "A/C"],
    "kpj": ["KPJ", "No. KPJ :", "NOMOR :", ":", "KPJ:"],
    "npwp": ["NPWP :", "NPWP", ":", "NPWP16 :"],
    "name": ["Nama :", "NAMA", "Nama", ":", "NAMA :"],
    "birth": ["Tempat/Tgl Lahir :", "Lahir :", ":", "Tgl Lahir :"],
    "sex": ["Jenis Kelamin :", "Jenis kelamin", ":"],
    "bank": [":", "Bank :"],
    "word": ["Alamat :", ":", "Agama", "Pekerjaan :"],
    "mixed": [":"],
    "digits": [":", "No."],
    "random": [":"],
}
#: Share of each kind in training.
SHARES = {"nik": 26, "account": 10, "kpj": 6, "npwp": 7, "name": 18, "birth": 9, "sex": 4, "bank": 4, "word": 6, "mixed": 7,
          "digits": 5, "random": 6, "empty": 2}


def digits(rng, count):
    return "".join(rng.choices("0123456789", k=count))


def birth_day(rng):
    return rng.randint(1, 28 if rng.random() < 0.9 else 31), rng.randint(1, 12), rng.randint(1940, 2008)


def nik(rng):
    code = rng.choice(AREAS)[0] if rng.random() < 0.8 else f"{rng.randint(11, 94)}{rng.randint(1, 79):02}"
    day, month, year = birth_day(rng)
    day += 40 * rng.randint(0, 1)
    serial = f"{rng.randint(1, 30):04}" if rng.random() < 0.7 else f"{rng.randint(1, 9999):04}"
    return f"{code}{rng.randint(1, 40):02}{day:02}{month:02}{year % 100:02}{serial}"


def grouped(rng, number, sizes, separator):
    parts, at = [], 0
    while at < len(number):
        size = sizes[min(len(parts), len(sizes) - 1)]
        parts.append(number[at:at + size])
        at += size
    return separator.join(parts)


def account(rng):
    number = digits(rng, rng.choice([10, 10, 12, 13, 13, 15, 15, 16]))
    if rng.random() < 0.3:
        number = "0" * rng.randint(1, 4) + number[4:]
    shape = rng.random()
    if shape < 0.4:
        return number
    sizes = rng.choice([[4], [3], [4, 2, 6, 2, 1], [3, 3, 4], [3, 2, 5], [5]])
    return grouped(rng, number, sizes, rng.choice([" ", "-", "-", "."]))


def npwp(rng):
    if rng.random() < 0.25:
        return nik(rng) if rng.random() < 0.6 else "0" + digits(rng, 15)
    n = digits(rng, 15)
    return n if rng.random() < 0.2 else f"{n[:2]}.{n[2:5]}.{n[5:8]}.{n[8]}-{n[9:12]}.{n[12:]}"


def made_up(rng):
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).upper()


def name(rng):
    words = [rng.choice(NAMES) if rng.random() < 0.55 else made_up(rng) for _ in range(rng.choice([1, 2, 2, 2, 3, 3, 4]))]
    if rng.random() < 0.08:
        words[-1] = "".join(rng.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=rng.randint(2, 9)))
    if rng.random() < 0.1:
        words.insert(rng.randint(0, len(words)), rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") + rng.choice([".", ""]))
    if rng.random() < 0.04:
        words[0] = words[0][:2] + "'" + words[0][2:]
    if rng.random() < 0.15:
        words.insert(0, rng.choice(BEFORE))
    text = " ".join(words)
    if rng.random() < 0.12:
        text += ", " + ", ".join(rng.sample(AFTER, rng.choice([1, 1, 2])))
    return text if rng.random() < 0.93 else text.title()


def place(rng):
    return rng.choice(PLACES).upper() if rng.random() < 0.6 else made_up(rng)


def date(rng):
    day, month, year = birth_day(rng)
    if rng.random() < 0.1:
        return f"{day} {rng.choice(MONTHS)} {year}"
    separator = rng.choice("-----/. ")
    return f"{day:02}{separator}{month:02}{separator}{year}"


def birth(rng):
    shape = rng.random()
    if shape < 0.8:
        return place(rng) + rng.choice([", ", ", ", ", ", ",", " "]) + date(rng)
    return date(rng)


def word(rng):
    shape = rng.random()
    if shape < 0.4:
        return rng.choice(CARD)
    if shape < 0.6:
        return f"{rng.choice(['JL.', 'JL', 'DSN.', 'DUSUN', 'KP.', 'PERUM', 'GG.'])} {made_up(rng)} {rng.choice(['NO.', 'BLOK', 'NO', 'RT'])} {rng.randint(1, 200)}{rng.choice(['', '', 'A', '/B'])}"
    if shape < 0.75:
        return f"{rng.randint(0, 30):03}/{rng.randint(0, 20):03}"
    return rng.choice(["PT ", "CV. ", "UD ", "KAB. ", "KOTA ", "PT. ", ""]) + made_up(rng) + rng.choice(["", " " + made_up(rng), " & " + made_up(rng), " (" + made_up(rng) + ")"])


def mixed(rng):
    shape = rng.random()
    if shape < 0.5:
        text = rng.choice(MIXED)
    elif shape < 0.8:
        text = " ".join(rng.choice([str.lower, str.title])(made_up(rng)) for _ in range(rng.randint(1, 5)))
    else:
        text = f"{rng.choice(MIXED)} : {made_up(rng)}"
    return text + rng.choice(["", "", "", " :", ".", ","])


def random_string(rng):
    text = "".join(rng.choices(ALPHABET, k=rng.randint(1, 22)))
    return " ".join(text.split()) or "&"


def text(rng: random.Random, kind: str) -> str:
    """A made-up text of a kind, without white space around it."""
    match kind:
        case "nik": made = nik(rng)
        case "account": made = account(rng)
        case "kpj": made = digits(rng, 11) if rng.random() < 0.8 else grouped(rng, digits(rng, 11), [2, 3, 3, 3], " ")
        case "npwp": made = npwp(rng)
        case "name": made = name(rng)
        case "birth": made = birth(rng)
        case "sex": made = rng.choice(["LAKI-LAKI", "PEREMPUAN"])
        case "bank": made = " ".join(rng.sample(BANKS, rng.choice([1, 1, 2])))
        case "word": made = word(rng)
        case "mixed": made = mixed(rng)
        case "digits": made = digits(rng, rng.randint(1, 20))
        case "random": made = random_string(rng)
        case _: made = ""
    return "".join(c for c in made if c in ALPHABET)[:40].strip()
