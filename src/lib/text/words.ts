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

const told = new WeakMap<object, Partial<Record<Locale, unknown>>>()

/** The texts in one language; made once, since every piece of every page asks. */
export function words<T extends Record<string, Word>>(texts: T, locale: Locale): Words<T> {
  const known = told.get(texts) ?? {}
  told.set(texts, known)
  known[locale] ??= Object.fromEntries(Object.entries(texts).map(([key, word]) => [key, word[locale]]))
  return known[locale] as Words<T>
}
