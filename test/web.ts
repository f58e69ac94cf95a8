import { mkdtempSync } from 'node:fs'
import { webApp } from '../src/app/web.ts'
import { type Config, readConfig } from '../src/lib/config.ts'
import type { Db } from '../src/lib/db/db.ts'
import { csrfToken } from '../src/lib/http/csrf.ts'
import { csrfField } from '../src/lib/http/forms.ts'
import { openSession } from '../src/modules/accounts/sessions.ts'
import { type Page, readPage } from './html.ts'
import type { Person } from './world.ts'

export type Form = Record<string, string | number | readonly string[] | undefined>

export interface Answer extends Page {
  headers: Headers
  /** Where a redirect leads, else ''. */
  location: string
  /** The body, for what is not a page (downloads). */
  bytes: Uint8Array
}

/** A browser without JavaScript: carries cookies from answer to answer and puts the CSRF token into every form. */
export interface Browser {
  get(path: string): Promise<Answer>
  /** Sends a form. Arrays are sent as several values of one name. The token is added. */
  post(path: string, form?: Form): Promise<Answer>
  /** Sends a form and follows the redirect, which there must be: the page that the person then sees. */
  submit(path: string, form?: Form): Promise<Answer>
  /** Sends files with the fields (the token first, as <Form> writes it). */
  upload(path: string, files: Record<string, File | readonly File[]>, form?: Form): Promise<Answer>
  /** The raw request, cookies added, nothing else. */
  request(path: string, init?: RequestInit): Promise<Answer>
  cookies: Map<string, string>
}

export interface TestWeb {
  config: Config
  /** The moment every request happens at; move it to let time pass. */
  clock: { now: Date }
  /** A browser in which this person has signed in. */
  signedIn(person: Person): Promise<Browser>
  /** A browser of the public. */
  visitor(): Browser
}

/**
 * The whole program behind `app.request()`, on a database of the test:
 *
 *     const { db, close } = await freshDatabase()
 *     const world = await makeWorld(db)
 *     const web = testWeb(db)
 *     const lan = await web.signedIn(world.lan)
 *     const page = await lan.get('/accounts')
 *     expect(page.heading).toBe('Tài khoản')
 *     const answer = await lan.post('/accounts', { name: '' })   // 422: answer.faults, answer.field('Họ và tên').value
 *     const done = await lan.submit('/accounts', { … })           // follows the redirect
 *
 * The clock stands at 22/11/2026 09:00 in Việt Nam unless set. Requests come from this machine's own address.
 */
export function testWeb(db: Db, settings: Partial<Config> = {}): TestWeb {
  const config: Config = {
    ...readConfig({}),
    dataDir: mkdtempSync('/tmp/chungtay-web-'),
    secret: 'a secret of the tests that is long enough',
    baseUrl: 'http://localhost:3000',
    ...settings,
  }
  const clock = { now: new Date('2026-11-22T02:00:00Z') }
  const { app } = webApp({ config, db, clock: () => clock.now, portalFreshMs: 0 })
  const browser = () => openBrowser(config, (request) => app.request(request, undefined, fromThisMachine))
  return {
    config,
    clock,
    visitor: browser,
    signedIn: async (person) => {
      const token = await db.transaction().execute((tx) =>
        openSession(tx, person.provinceId, person.accountId, clock.now, {
          stage: 'full',
          hours: 12,
          from: { address: null, agent: null },
        }),
      )
      const opened = browser()
      opened.cookies.set('session', token)
      return opened
    },
  }
}

const fromThisMachine = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }

function openBrowser(config: Config, send: (request: Request) => Response | Promise<Response>): Browser {
  const cookies = new Map<string, string>()
  const token = () => {
    const binding = cookies.get('session') ?? cookies.get('visit') ?? 'a visitor of the tests'
    if (!cookies.has('session')) cookies.set('visit', binding)
    return csrfToken(config.secret, binding)
  }
  async function request(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers)
    if (!headers.has('host')) headers.set('host', 'localhost:3000')
    if (cookies.size) headers.set('cookie', [...cookies].map(([k, v]) => `${k}=${v}`).join('; '))
    const response = await send(new Request(new URL(path, config.baseUrl), { ...init, headers }))
    keepCookies(cookies, response)
    return toAnswer(response)
  }
  const post = (path: string, form: Form = {}) => {
    const body = new URLSearchParams(entriesOf({ [csrfField]: token(), ...form }))
    return request(path, { method: 'POST', body })
  }
  return {
    cookies,
    request,
    post,
    get: (path) => request(path),
    submit: async (path, form) => {
      const answer = await post(path, form)
      if (answer.status !== 303)
        throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 600)}`)
      return request(answer.location)
    },
    upload: (path, files, form = {}) => {
      const body = new FormData()
      body.append(csrfField, token())
      for (const [name, value] of entriesOf(form)) body.append(name, value)
      for (const [name, list] of Object.entries(files))
        for (const file of [list].flat()) body.append(name, file)
      return request(path, { method: 'POST', body })
    },
  }
}

function entriesOf(form: Form): [string, string][] {
  return Object.entries(form).flatMap(([name, value]) => {
    if (value === undefined) return []
    const values = Array.isArray(value) ? value : [value]
    return values.map((v): [string, string] => [name, String(v)])
  })
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split('; ')
    const at = pair.indexOf('=')
    const ended = attributes.some((a) => a.toLowerCase() === 'max-age=0')
    if (ended) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)))
  }
}

async function toAnswer(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isText = /^(?:text|application\/json)/.test(response.headers.get('content-type') ?? '')
  return {
    ...readPage(response.status, isText ? new TextDecoder().decode(bytes) : ''),
    headers: response.headers,
    location: response.headers.get('location') ?? '',
    bytes,
  }
}
