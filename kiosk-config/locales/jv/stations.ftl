### Layar lokèt, papan timbalan ing papan nengga, lan dokumen ingkang dipunsuwun malih.

## Dokumen ingkang dipunsuwun malih (layar kiosk)

again-please = Petugas nyuwun foto malih. { $why }
again-unreadable = Seratanipun dèrèng cetha.
again-cut-off = Sapérangan dokumen kepotong.
again-other-document = Ingkang wonten samenika dokumen sanès.
again-not-the-same = Isinipun dèrèng sami kaliyan data panjenengan.
again-not-there = Dokumen menika dèrèng wonten.
banner-page-received = Matur nuwun. Foto énggal sampun kami tampi.
button-asked = Foto malih: { $document }
check-first = Priksa sepisan
check-second = Priksa kaping kalih
check-done = Sampun rampung
check-ahead = Ngrantos petugas
check-asked = Sasampunipun foto malih
