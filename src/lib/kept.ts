/** Answers with what is kept under `key` while its label is the one given; else makes and keeps it anew. */
export type Keeper<T> = (owner: object, key: string, label: string, make: () => Promise<T>) => Promise<T>

/** The same for several keys with their labels at once: `make` is asked once for all that have to be made anew. */
export type KeeperOfMany<T> = (
  owner: object,
  labels: ReadonlyMap<string, string>,
  make: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
) => Promise<Map<string, T>>

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
  const many = keeperOfMany<T>(most)
  return async (owner, key, label, make) => {
    const found = await many(owner, new Map([[key, label]]), async () => new Map([[key, await make()]]))
    return found.get(key) as T
  }
}

/** Of the least use first, at most `most` values are kept, and always those of the last question. */
export function keeperOfMany<T>(most: number): KeeperOfMany<T> {
  const byOwner = new WeakMap<object, Map<string, Kept<T>>>()
  return async (owner, labels, make) => {
    const all = byOwner.get(owner) ?? new Map<string, Kept<T>>()
    byOwner.set(owner, all)
    const stale = [...labels].flatMap(([key, label]) => (all.get(key)?.label === label ? [] : [key]))
    const making = stale.length > 0 ? make(stale) : null
    const asked = new Map<string, Kept<T>>()
    for (const [key, label] of labels) {
      const known = all.get(key)
      const kept = known?.label === label ? known : { label, value: madeOf(making, key) }
      asked.set(key, kept)
      all.delete(key)
      all.set(key, kept)
    }
    forget(all, Math.max(most, labels.size))
    const pairs = [...asked].map(async ([key, kept]): Promise<[string, T]> => {
      try {
        return [key, await kept.value]
      } catch (fault) {
        if (all.get(key) === kept) all.delete(key)
        throw fault
      }
    })
    return new Map(await Promise.all(pairs))
  }
}

async function madeOf<T>(making: Promise<ReadonlyMap<string, T>> | null, key: string): Promise<T> {
  const made = await making
  if (!made?.has(key)) throw new Error(`nothing was made for ${key}`)
  return made.get(key) as T
}

function forget<T>(all: Map<string, Kept<T>>, most: number): void {
  for (const oldest of all.keys()) {
    if (all.size <= most) break
    all.delete(oldest)
  }
}
