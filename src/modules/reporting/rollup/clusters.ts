interface Pair {
  a: { versionId: number; sectionCode: string; unitId: number }
  b: { versionId: number; sectionCode: string; unitId: number }
  overlap: number
}

export interface Cluster<P extends Pair> {
  /** Each text once, in the order in which the pairs name them. */
  members: P['a'][]
  /** The most alike first. */
  pairs: P[]
}

/**
 * Pairs that hang together (a is like b, b is like c) as one group, the biggest first: a text that thirty units share
 * is one thing to judge and not 435.
 */
export function clustersOf<P extends Pair>(pairs: readonly P[]): Cluster<P>[] {
  const key = (side: Pair['a']) => `${side.versionId} ${side.sectionCode}`
  const above = new Map<string, string>()
  const rootOf = (of: string): string => {
    let at = of
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next
    above.set(of, at)
    return at
  }
  for (const { a, b } of pairs) above.set(rootOf(key(a)), rootOf(key(b)))
  const groups = Map.groupBy(pairs, (p) => rootOf(key(p.a)))
  return [...groups.values()]
    .map((of) => ({
      members: [...new Map(of.flatMap((p) => [p.a, p.b]).map((side) => [key(side), side])).values()],
      pairs: of.toSorted((x, y) => y.overlap - x.overlap),
    }))
    .sort((x, y) => y.members.length - x.members.length)
}
