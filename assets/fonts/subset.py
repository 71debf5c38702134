"""Makes public-sans.woff2 from the file of the npm package, see README.md.

    pip install fonttools brotli
    python3 subset.py public-sans-latin-wght-normal.woff2 public-sans.woff2
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

source, target = sys.argv[1:]
characters = list(TTFont(source).getBestCmap())
# The weights that assets/css uses.
font = instancer.instantiateVariableFont(TTFont(source), {"wght": (400, 400, 700)})
options = subset.Options(layout_features=["kern", "tnum"], hinting=False, name_IDs=["*"])
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=characters)
subsetter.subset(font)
font.flavor = "woff2"
font.save(target)
