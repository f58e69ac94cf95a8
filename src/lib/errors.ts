/** The named refusals of the whole program. Verbs throw them; app/web.ts turns them into pages, once. */
export type RefusalKind = 'not_found' | 'forbidden' | 'conflict' | 'invalid' | 'too_many'

/** One fault of an input: the field it belongs to (null: the whole form) and what to do about it. */
export interface Fault {
  field: string | null
  vi: string
  en: string
}

export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly faults: Fault[]
  constructor(kind: RefusalKind, faults: Fault[]) {
    super(faults.map((f) => f.en).join(' ') || kind)
    this.kind = kind
    this.faults = faults
  }
}

export function notFound(): Refusal {
  return new Refusal('not_found', [])
}

/** The actor may not do this; `why` tells the person the reason and whom to ask. */
export function forbidden(vi: string, en: string): Refusal {
  return new Refusal('forbidden', [{ field: null, vi, en }])
}

/** The thing has changed or is in a state that does not allow this. */
export function conflict(vi: string, en: string): Refusal {
  return new Refusal('conflict', [{ field: null, vi, en }])
}

/** Too much at once: try again later. */
export function tooMany(vi: string, en: string): Refusal {
  return new Refusal('too_many', [{ field: null, vi, en }])
}

export function invalid(faults: Fault[]): Refusal {
  return new Refusal('invalid', faults)
}

/** The program cannot start or go on. The message is the whole sentence to print: what is wrong and what to do. */
export class CannotStart extends Error {
  constructor(vi: string, en: string) {
    super(`${vi}\n${en}`)
  }
}
