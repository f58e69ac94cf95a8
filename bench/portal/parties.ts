import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { projectPath } from '../../src/lib/paths.ts'
import { type PublicationKind, publicationAddress } from '../../src/modules/publishing/publication.ts'
import { postmasterOf, programUnder } from '../processes.ts'
import { units } from '../search/words.data.ts'
import { benchItems, peerList } from './fill.ts'

export const pageNames = ['home', 'article', 'list', 'search'] as const
export type PageName = (typeof pageNames)[number]

/** Somebody who serves the items. A page is drawn anew for every request. */
export interface Party {
  name: string
  address: string
  /** Masters of everything that answers; their children count with them. */
  pids: readonly number[]
  pages: Partial<Record<PageName, () => string>>
  /** One reader for pages of which there is but one, and which would be made once for all who wait. */
  single?: readonly PageName[]
}

function drawn<T>(list: readonly T[]): T {
  const one = list[Math.floor(Math.random() * list.length)]
  if (one === undefined) throw new Error('nothing to draw from')
  return one
}

/** Pages of a list that everybody has, however many items each shows on one. */
function listPage(items: number): number {
  return 2 + Math.floor(Math.random() * (items / 20 - 2))
}

export const addresses = (items: number): string[] =>
  [...benchItems(items)].map((i) => publicationAddress({ slug: i.slug, kind: i.kind as PublicationKind }))

const questions = ['một cửa', 'dich vu cong', 'hộ tịch', 'chuyen doi so', 'kiểm tra', 'hài lòng', 'tap huan']
/** A question that was most likely never asked before. */
const question = () => encodeURIComponent(`${drawn(questions)} ${drawn(units)} ${drawn(questions)}`)

/** Our pages: every article, every page of the column, questions; `isKept`: asked again and again from memory. */
export function ourPages(articles: readonly string[], isKept: boolean): Party['pages'] {
  const column = '/columns/chung-tay-cai-cach-thu-tuc-hanh-chinh'
  return {
    home: () => '/portal',
    article: () => drawn(articles),
    list: () => `${column}?page=${listPage(articles.length)}`,
    search: () => `/find?words=${isKept ? encodeURIComponent(drawn(questions)) : question()}`,
  }
}

/** The others, where the environment says where they are: PEER_GHOST and PEER_GHOST_PIDS, PEER_WORDPRESS likewise. */
export function peers(items: number): { parties: Party[]; missing: string[] } {
  const slug = () => `more-${1 + Math.floor(Math.random() * items)}`
  const all: [string, string, Party['pages']][] = [
    [
      'Ghost',
      'PEER_GHOST',
      {
        home: () => '/',
        article: () => `/${slug()}/`,
        list: () => `/tag/${peerList}/page/${listPage(items)}/`,
      },
    ],
    [
      'WordPress',
      'PEER_WORDPRESS',
      {
        home: () => '/',
        article: () => `/${slug()}/`,
        list: () => `/category/${peerList}/page/${listPage(items)}/`,
        search: () => `/?s=${question()}`,
      },
    ],
  ]
  const parties: Party[] = []
  const missing: string[] = []
  for (const [name, variable, pages] of all) {
    const address = process.env[variable]?.replace(/\/$/, '')
    const pids = (process.env[`${variable}_PIDS`] ?? '').split(',').map(Number).filter(Boolean)
    if (address && pids.length > 0) parties.push({ name, address, pids, pages })
    else missing.push(`${name} was not measured: ${variable} and ${variable}_PIDS do not say where it is.`)
  }
  return { parties, missing }
}

export interface Web {
  address: string
  child: ChildProcess
  /** The program itself and its database. */
  pids: readonly number[]
}

/** Our program as it is installed, on a filled database; `memoryMb` for kept pages. */
export async function startWeb(url: string, folder: string, memoryMb?: number): Promise<Web> {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: url, DATA_DIR: folder, PORT: '0', REQUESTS_PER_MINUTE: '1000000' },
    SECRET: randomBytes(24).toString('hex'),
    ...(memoryMb === undefined ? {} : { PORTAL_MEMORY_MB: String(memoryMb) }),
  }
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const child = spawn(process.execPath, [projectPath('bin/chungtay.mjs'), 'web'], { env, stdio: [...stdio] })
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const address = /http:\/\/[^\s"]+/.exec(line)?.[0]
    const database = await postmasterOf(url)
    if (!address) continue
    if (database === null)
      throw new Error('the database runs elsewhere: its processor time cannot be counted')
    return { address, child, pids: [programUnder(child.pid ?? 0), database] }
  }
  throw new Error('the program ended before it served a page')
}
