"""Static Regular and Bold of Atkinson Hyperlegible Next from the web fonts of the npm package."""
import sys
from pathlib import Path
from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib import instancer

source, target = Path(sys.argv[1]), Path(sys.argv[2])
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026,
         0x20AC, 0x2212]
PART = "atkinson-hyperlegible-next-{}-wght-normal.woff2"


def pairs(font):
    """The kerning pairs of GPOS among printable ASCII, which is all that a plain reader looks for."""
    cmap = font.getBestCmap()
    glyphs = {cmap[c] for c in range(0x21, 0x7F) if c in cmap}
    found = {}
    gpos = font["GPOS"].table
    wanted = {i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    for i in sorted(wanted):
        for table in gpos.LookupList.Lookup[i].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            covered = [g for g in table.Coverage.glyphs if g in glyphs]
            for left in covered:
                if table.Format == 1:
                    row = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
                    values = {r.SecondGlyph: r.Value1 for r in row}
                else:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                    values = {g: row[table.ClassDef2.classDefs.get(g, 0)].Value1 for g in glyphs}
                for right, value in values.items():
                    if right in glyphs and (left, right) not in found:
                        found[left, right] = (value and getattr(value, "XAdvance", 0)) or 0
    return {pair: value for pair, value in found.items() if value}


for name, weight in (("Regular", 400), ("Bold", 700)):
    parts = []
    for script in ("latin", "latin-ext"):
        font = TTFont(source / PART.format(script))
        font.flavor = None
        font = instancer.instantiateVariableFont(font, {"wght": weight}, updateFontNames=True)
        features = ["kern", "mark", "ccmp", "tnum", "locl"]
        options = subset.Options(layout_features=features, name_IDs=["*"], notdef_outline=True, hinting=False)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=LATIN)
        cutter.subset(font)
        path = target / f"{script}-{name}.part"
        font.save(path)
        parts.append(str(path))
    font = Merger().merge(parts)
    kern = KernTable_format_0()
    kern.coverage, kern.tupleIndex, kern.version, kern.apple, kern.kernTable = 1, None, 0, False, pairs(font)
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [kern]
    font["head"].created = font["head"].modified = TTFont(source / PART.format("latin"))["head"].modified
    font.recalcTimestamp = False
    print(name, len(kern.kernTable), "pairs,", len(font.getBestCmap()), "characters")
    for part in parts:
        Path(part).unlink()
    font.save(target / f"AtkinsonHyperlegibleNext-{name}.ttf")
