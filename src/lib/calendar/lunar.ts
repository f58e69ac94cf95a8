import { addDays, type Day } from './day.ts'

// The Vietnamese lunar calendar: months begin on the day of the new moon in UTC+7 (since 1968), month 11 holds the
// winter solstice, and in a year of 13 months the first one without a major solar term is the leap month. New moons
// after Meeus, Astronomical Algorithms, ch. 49 (good to seconds), the sun after ch. 25 (good to 0.01°).

const zoneDays = 7 / 24
const unixDay = 2440588

/** Day of a month of the lunar year: Tết is (year, 1, 1), Giỗ Tổ (year, 3, 10). Never a day of the leap month. */
export function lunarDay(lunarYear: number, month: number, day: number): Day {
  const first = monthEleven(lunarYear - 1)
  const leap = leapAfter(lunarYear - 1)
  const place = month >= 11 ? month - 11 : month + 1
  const start = month >= 11 ? monthEleven(lunarYear) : first
  const late = month < 11 && leap !== null && place >= leap ? 1 : 0
  return addDays(dayOfNewMoon(start + place + late), day - 1)
}

/** First day of the lunar year that begins in this solar year. */
export function tet(year: number): Day {
  return lunarDay(year, 1, 1)
}

/** Which lunar month of the year is doubled; null when none is. */
export function leapMonth(lunarYear: number): number | null {
  const before = leapAfter(lunarYear - 1)
  if (before !== null && before >= 3) return before - 2
  const after = leapAfter(lunarYear)
  return after !== null && after <= 2 ? after + 10 : null
}

/** Number of the new moon (since 2000-01-06) that begins the month of the winter solstice of a year. */
function monthEleven(year: number): number {
  const end = dayNumber(`${year}-12-31`)
  let k = Math.floor((end - 2451550) / 29.530588861) + 1
  while (localDay(k) > end) k -= 1
  return sunSector(localDay(k)) >= 9 && sunSector(localDay(k)) < 12 ? k - 1 : k
}

/** Place of the leap month after month 11 of a year (1 is the month right after it); null in a year of 12. */
function leapAfter(year: number): number | null {
  const first = monthEleven(year)
  if (monthEleven(year + 1) - first < 13) return null
  for (let i = 1; i < 14; i += 1) {
    if (sunSector(localDay(first + i)) === sunSector(localDay(first + i + 1))) return i
  }
  return null
}

/** Which twelfth of its way, from the spring equinox, the sun is in when the day begins. */
function sunSector(julianDay: number): number {
  return Math.floor(sunLongitude(julianDay - 0.5 - zoneDays) / 30)
}

function dayOfNewMoon(k: number): Day {
  return addDays('1970-01-01', localDay(k) - unixDay)
}

function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + unixDay
}

function localDay(k: number): number {
  const earthSlows = (62.92 + 0.32217 * (k / 12.3685) + 0.005589 * (k / 12.3685) ** 2) / 86_400
  return Math.floor(newMoon(k) - earthSlows + 0.5 + zoneDays)
}

const rad = Math.PI / 180

/** Amplitude in days, then how often M, M', F and Ω enter; E weighs the terms by |M|. */
const moonTerms: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 0, 1, 0, 0],
  [0.17241, 1, 0, 0, 0],
  [0.01608, 0, 2, 0, 0],
  [0.01039, 0, 0, 2, 0],
  [0.00739, -1, 1, 0, 0],
  [-0.00514, 1, 1, 0, 0],
  [0.00208, 2, 0, 0, 0],
  [-0.00111, 0, 1, -2, 0],
  [-0.00057, 0, 1, 2, 0],
  [0.00056, 1, 2, 0, 0],
  [-0.00042, 0, 3, 0, 0],
  [0.00042, 1, 0, 2, 0],
  [0.00038, 1, 0, -2, 0],
  [-0.00024, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 1],
  [-0.00007, 2, 1, 0, 0],
  [0.00004, 0, 2, -2, 0],
  [0.00004, 3, 0, 0, 0],
  [0.00003, 1, 1, -2, 0],
  [0.00003, 0, 2, 2, 0],
  [-0.00003, 1, 1, 2, 0],
  [0.00003, -1, 1, 2, 0],
  [-0.00002, -1, 1, -2, 0],
  [-0.00002, 1, 3, 0, 0],
  [0.00002, 0, 4, 0, 0],
]

/** The planets' pull: amplitude in 0.000001 days, phase, degrees a month. */
const planetTerms: readonly (readonly [number, number, number])[] = [
  [325, 299.77, 0.107408],
  [165, 251.88, 0.016321],
  [164, 251.83, 26.651886],
  [126, 349.42, 36.412478],
  [110, 84.66, 18.206239],
  [62, 141.74, 53.303771],
  [60, 207.14, 2.453732],
  [56, 154.84, 7.30686],
  [47, 34.52, 27.261239],
  [42, 207.19, 0.121824],
  [40, 291.34, 1.844379],
  [37, 161.72, 24.198154],
  [35, 239.56, 25.513099],
  [23, 331.55, 3.592518],
]

/** Julian ephemeris day of the k-th new moon since January 2000. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const m = 2.5534 + 29.1053567 * k - 0.0000014 * t * t
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
  const pulls = moonTerms.reduce((sum, [size, byM, byMoon, byF, byNode]) => {
    const angle = byM * m + byMoon * moon + byF * f + byNode * node
    return sum + size * e ** Math.abs(byM) * Math.sin(angle * rad)
  }, 0)
  const planets = planetTerms.reduce(
    (sum, [size, phase, each]) => sum + size * Math.sin((phase + each * k) * rad),
    0,
  )
  return mean + pulls + planets / 1e6
}

/** Apparent longitude of the sun in degrees, 0–360. */
function sunLongitude(julianDay: number): number {
  const t = (julianDay - 2451545) / 36525
  const mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
  const m = (357.52911 + 35999.05029 * t - 0.0001537 * t * t) * rad
  const centre =
    (1.914602 - 0.004817 * t) * Math.sin(m) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * m) +
    0.000289 * Math.sin(3 * m)
  const seen = mean + centre - 0.00569 - 0.00478 * Math.sin((125.04 - 1934.136 * t) * rad)
  return ((seen % 360) + 360) % 360
}
