/** Answers with what is kept under `key` while its label is the one given; else makes and keeps it anew. */
export type Keeper<T> = (owner: object, key: string, label: string, make: () => Promise<T>) => Promise<T>

interface Kept<T> {
  label: string
  value: Promise<T>
}

/**
 * A memory of one process for what is read far more often than it changes: at most `most` values for each owner (a
 * database), the least used forgotten first. The caller reads the label from the database before it asks: what is
 * kept can then only be newer than its label says, never older. Many who ask at once wait for one making.
 */
export function keeper<T>(most: number): Keeper<T> {
  const byOwner = new WeakMap<object, Map<string, Kept<T>>>()
  return async (owner, key, label, make) => {
    const all = byOwner.get(owner) ?? new Map<string, Kept<T>>()
    byOwner.set(owner, all)
    const known = all.get(key)
    all.delete(key)
    const kept = known?.label === label ? known : { label, value: make() }
    all.set(key, kept)
    for (const oldest of all.keys()) {
      if (all.size <= most) break
      all.delete(oldest)
    }
    try {
      return await kept.value
    } catch (fault) {
      if (all.get(key) === kept) all.delete(key)
      throw fault
    }
  }
}
