import type { Locale } from '../actor.ts'

/** A word on the screen: both languages, as a string or as a function of what it speaks of. */
export interface Word {
  vi: string | ((...args: never[]) => string)
  en: string | ((...args: never[]) => string)
}

/** The texts of a room in one language: the same keys, each with its Vietnamese or English value. */
export type Words<T extends Record<string, Word>> = {
  readonly [K in keyof T]: T[K]['vi'] | T[K]['en'] extends string ? string : T[K]['vi']
}

export function words<T extends Record<string, Word>>(texts: T, locale: Locale): Words<T> {
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(texts)) out[key] = texts[key]?.[locale]
  return out as Words<T>
}
