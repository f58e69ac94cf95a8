import { words } from '../lib/text/words.ts'
import { useRequest } from './request.ts'
import { texts } from './ui.texts.ts'

/** The furniture's own words, in the language of the request. */
export function useWords() {
  return words(texts, useRequest().locale)
}
