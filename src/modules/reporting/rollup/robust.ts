/** The middle value; of an even number the mean of the two in the middle. Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const high = sorted[Math.floor(middle)]
  if (high === undefined) return null
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}

/** How far a value lies from what is usual, by middle values, which one wild value among the others cannot move. */
export interface Deviation {
  median: number
  /** Median of the distances from the median. */
  mad: number
  /** 0.6745 · (value − median) / MAD: beyond ±3.5 is held to be an outlier (Iglewicz and Hoaglin). */
  score: number
}

/** Where more than half of the others agree there is no spread to measure by: then a tenth of the median stands for it. */
export function deviation(value: number, others: readonly number[]): Deviation | null {
  const middle = median(others)
  if (middle === null) return null
  const mad = median(others.map((v) => Math.abs(v - middle))) ?? 0
  const spread = Math.max(mad, Math.abs(middle) * 0.1, 1)
  return { median: middle, mad, score: (0.6745 * (value - middle)) / spread }
}

export const outlierScore = 3.5
