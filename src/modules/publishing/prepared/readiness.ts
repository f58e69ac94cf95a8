/** Of what is made of a text: whether the text is public, or may leave before it is. */
export interface Ahead {
  publicationId: number | null
  allowedAt: Date | null
  staleAt: Date | null
}

/**
 * public: its text is, or was; what has become of that, the publication says. allowed: it may leave before. held: it is
 * ready and waits. stale: the text is being changed since, so that this must not leave.
 */
export type Readiness = 'public' | 'allowed' | 'held' | 'stale'

export function readinessOf({ publicationId, allowedAt, staleAt }: Ahead): Readiness {
  if (publicationId !== null) return 'public'
  if (staleAt !== null) return 'stale'
  return allowedAt === null ? 'held' : 'allowed'
}

export function mayLeave(ahead: Ahead): boolean {
  const readiness = readinessOf(ahead)
  return readiness === 'public' || readiness === 'allowed'
}

/** Of several texts in one package the one that holds it back. */
export function slowestOf(all: readonly Readiness[]): Readiness {
  return (['stale', 'held', 'allowed'] as const).find((r) => all.includes(r)) ?? 'public'
}

/** Its publication has a newer text. */
export function isOldText(made: { version: number | null; currentVersion: number | null }): boolean {
  return made.version !== null && made.currentVersion !== null && made.version < made.currentVersion
}
