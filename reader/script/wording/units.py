"""The units of measure: what is written, and what one and several of them are called."""

from .grammar import words

Unit = tuple[str, str]


def _named(table: str) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line in table.strip().splitlines():
        symbols, _, names = line.partition(":")
        one, _, several = names.strip().partition(", ")
        for symbol in symbols.split():
            units[symbol] = (one, several or one + "s")
    return units


UNITS = _named("""
mm: millimeter
cm cms: centimeter
dm: decimeter
km kms KM Km: kilometer
µm μm: micrometer
nm: nanometer
mm2 mm²: square millimeter
cm2 cm²: square centimeter
m2 m²: square meter
km2 km²: square kilometer
cm3 cm³: cubic centimeter
m3 m³: cubic meter
km3 km³: cubic kilometer
ft2 ft²: square foot, square feet
in: inch, inches
ft: foot, feet
yd yds: yard
mi: mile
sqm: square meter
sqft sf: square foot, square feet
sqkm: square kilometer
mg: milligram
kg kgs KG Kg: kilogram
µg μg mcg: microgram
lb lbs: pound
oz: ounce
fl.oz: fluid ounce
ml mL: milliliter
cl cL: centiliter
dl dL: deciliter
hl: hectoliter
gal: gallon
tsp tsps Tsp: teaspoon
tbsp tbsps Tbsp tbs Tbs: tablespoon
qt qts: quart
cc: CC, CC
mph MPH: mile per hour, miles per hour
kph KPH kmh kmph: kilometer per hour, kilometers per hour
kt kts kn: knot
mpg MPG: mile per gallon, miles per gallon
rpm RPM: revolution per minute, revolutions per minute
fps FPS: frame per second, frames per second
bpm BPM: beat per minute, beats per minute
dpi: dot per inch, dots per inch
ppm: part per million, parts per million
ppb: part per billion, parts per billion
ha: hectare
ac: acre
mW: milliwatt
kW KW kw: kilowatt
MW: megawatt
GW: gigawatt
TW: terawatt
Wh: watt hour
kWh KWh kwh: kilowatt hour
MWh: megawatt hour
GWh: gigawatt hour
TWh: terawatt hour
hp HP: horsepower, horsepower
bhp BHP: brake horsepower, brake horsepower
kJ: kilojoule
MJ: megajoule
kcal: kilocalorie
Nm: newton meter
kN: kilonewton
KB kB: kilobyte
MB: megabyte
GB gb: gigabyte
TB tb: terabyte
PB: petabyte
kb Kb: kilobit
Mb: megabit
Gb: gigabit
kbps Kbps: kilobit per second, kilobits per second
Mbps mbps Mbit MBps Mbit/s: megabit per second, megabits per second
Gbps gbps: gigabit per second, gigabits per second
Hz hz: hertz, hertz
kHz KHz khz: kilohertz, kilohertz
MHz mhz: megahertz, megahertz
GHz ghz: gigahertz, gigahertz
THz: terahertz, terahertz
ms: millisecond
µs μs: microsecond
ns: nanosecond
sec secs: second
min mins: minute
hr hrs: hour
yr yrs: year
wk wks: week
mo mos mth mths: month
pts: point
bp bps: basis point
pp ppt ppts: percentage point
mV: millivolt
kV: kilovolt
mA: milliamp
amp amps: amp
mAh: milliamp hour
Ah: amp hour
Pa: pascal
kPa: kilopascal
hPa: hectopascal
MPa: megapascal
psi PSI: pound per square inch, pounds per square inch
mbar mb: millibar
mmHg: millimeter of mercury, millimeters of mercury
dB dBA: decibel
lm: lumen
px: pixel
MP: megapixel
Ω: ohm
kΩ: kiloohm
mol: mole
mmol: millimole
mSv: millisievert
µSv μSv: microsievert
Bq: becquerel
bpd: barrel per day, barrels per day
pc: percent, percent
%: percent, percent
mm/h: millimeter per hour, millimeters per hour
kilometer kilometre: kilometer
meter metre: meter
millimeter millimetre: millimeter
centimeter centimetre: centimeter
mile: mile
foot: foot, feet
inch: inch, inches
yard: yard
pound: pound
ounce: ounce
ton: ton
tonne: tonne
gallon: gallon
liter litre: liter
acre: acre
cup cups: cup
teaspoon: teaspoon
tablespoon: tablespoon
pint: pint
quart: quart
hectare: hectare
""")
"""Those that are nothing else behind a number."""

LETTERS = _named("""
m: meter
g: gram
l L: liter
W w: watt
V v: volt
t: tonne
h: hour
s: second
d: day
J: joule
""")
"""Single letters that need a second look."""

SAFE = words("% m g")
