/** Whose messages these are. A translation has its own, although it shares the publication's source. */
export function messageSource(itemId: number): string {
  return `editorial:${itemId}`
}

export function itemOfSource(source: string): number | null {
  const match = /^editorial:(\d+)$/.exec(source)
  return match ? Number(match[1]) : null
}

/** The version of the item that a message carries. */
export function versionOfKey(key: string): number | null {
  const match = /^editorial:\d+:(\d+):channel:/.exec(key)
  return match ? Number(match[1]) : null
}
