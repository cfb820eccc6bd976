### Abbreviations and what they mean, exactly as on the first screen that uses them.
### `.known`: everybody knows it, it needs no explanation.

-AJB = deed of sale
-BPJS = social security agency
    .known = the sign outside
-JHT = old-age benefit
-JKK = accident at work
-JKM = death
-JKP = loss of work
-JMO = Jamsostek Mobile
-JP = pension
-KK = family card
-KPJ = Kartu Peserta Jamsostek
-KPR = home loan
-KTP = identity card
-NIK = identity number
-NPWP = tax card
-PHI = industrial relations court
-PIN = secret number
    .known = officers know it
-PHK = laid off
-PPJB = agreement to buy
-SIPP = reporting system
