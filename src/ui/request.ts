import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../lib/actor.ts'

/** What every piece of furniture may need to know of the request it is drawn for. */
export type RequestFacts = {
  readonly locale: Locale
  /** Token bound to the session; `<Form>` writes it into every form that changes something. */
  readonly csrf: string
  /** Path with query, to come back to after a change of language. */
  readonly path: string
}

export const RequestContext = createContext<RequestFacts>({ locale: 'vi', csrf: '', path: '/' })

export function useRequest(): RequestFacts {
  return useContext(RequestContext)
}
