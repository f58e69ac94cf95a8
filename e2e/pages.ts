import { officeRoutes } from '../src/app/office.ts'
import { portalRoutes } from '../src/app/portal.ts'
import type { Db } from '../src/lib/db/db.ts'
import type { Route } from '../src/lib/http/route.ts'
import { samplesOf } from './samples.ts'

/** One page of the program with real things in it, and who of the demonstration opens it. */
export interface PageToSee {
  path: string
  /** Of the cast; '' for a visitor. */
  name: string
}

/** Addresses that show no page of their own, by their end. */
const noPage: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\.(csv|docx|ics|js|json|pdf|png|svg|txt|wav|webmanifest|webp|xlsx|xml|zip)$/, 'a file to download'],
  [/:file\{|:part\{|:card\{/, 'a feed or a list for robots, a card for messengers'],
  [/^\/media\//, 'a picture'],
  [/\/(images|files?)\/:/, 'a picture or a file of an item'],
  [/\/(file|thumbnail|photo)$/, 'a file or picture'],
  [/\/progress$/, 'figures for a script'],
]

/** GET routes that the walk leaves out, each with its reason; any other has to be walked. */
const leftOut: Readonly<Record<string, string>> = {
  '/': 'leads on: to the portal, or to my work',
  '/display': 'sets a cookie and leads back',
  '/channels/consent': 'leads on: Zalo leads back to it',
  '/channels/:id{[0-9]+}/consent': 'leads on to Zalo',
  '/messages/:id{[0-9]+}/proof': 'a file',
  '/desk/items/:id{[0-9]+}/channels/:channelId{[0-9]+}/correction':
    'needs a text that a channel refused; corrections.test.ts opens it',
  '/sign-in/code': 'stands only between password and second step; furniture.test.ts walks its form',
  '/s/:code': 'leads on to what it stands for; reach.test.ts walks both of its answers',
  '/subscriptions/confirmation': 'needs the link of a letter; subscriptions.test.ts walks it',
  '/subscriptions/preferences': 'needs the link of a letter; its fields are those of /subscriptions/new',
  '/subscriptions/ending': 'needs the link of a letter; subscriptions.test.ts walks it',
  '/newsletters/:id{[0-9]+}/letter': 'a letter as mail programs show it, in the language of its readers',
  '/approvals/:secret': 'needs the link of a letter; editorial.office.test.ts opens it',
  '/new-password': 'needs the link of a letter; its fields are those of /profile/password',
}

const lead = 'Nguyễn Minh Tâm'
const officer = 'Trần Hữu Phúc'
const administrator = 'Đỗ Anh Tuấn'
const central = 'Hà Thu Vân'

/** Other faces of pages, by what they ask for. */
const faces = [
  ['/plans/:id/board', '?by=unit'],
  ['/plans/:id/board', '?by=task'],
  ['/plans/:id/board', '?by=timeline'],
  ['/administration/jobs', '?state=done'],
  ['/articles', '?kind=question_answer'],
  ['/needed-procedures', '?field=land'],
  ['/catalogue', '?list=themes&entry=1'],
  ['/find', '?words=thu+tuc+hanh+chinh'],
  ['/find', '?words=khongcogihet'],
] as const

/**
 * Every GET route that shows a page to somebody, with the ids of things that the demonstration holds; and the
 * routes that are neither walked nor left out for a reason: a sample is missing in samples.ts.
 */
export async function pagesToSee(db: Db): Promise<{ pages: PageToSee[]; missing: string[] }> {
  const samples = await samplesOf(db)
  const pages: PageToSee[] = []
  const missing: string[] = []
  for (const route of [...portalRoutes, ...officeRoutes]) {
    if (route.method !== 'GET' || leftOut[route.path] || noPage.some(([end]) => end.test(route.path)))
      continue
    const path = filled(route.path, samples)
    if (path === null) {
      missing.push(route.path)
      continue
    }
    const name = whoOpens(route, path)
    pages.push({ path, name })
    for (const [of, query] of faces) if (of === route.path) pages.push({ path: path + query, name })
  }
  return { pages, missing }
}

/** The address with real ids in it; null where no sample is known for one of its parameters. */
function filled(pattern: string, samples: Readonly<Record<string, number | string>>): string | null {
  const plain = pattern.replace(/\{[^}]*\}/g, '')
  const room = plain.split('/').findLast((_, i, all) => all[i + 1]?.startsWith(':')) ?? ''
  let known = true
  const path = plain.replace(/:(\w+)/g, (_, name: string) => {
    const first = plain.split('/').at(plain.split('/').indexOf(`:${name}`) - 1) ?? ''
    const sample = samples[`${plain} ${name}`] ?? samples[name === 'id' ? first : name] ?? samples[room]
    known &&= Boolean(sample)
    return String(sample)
  })
  return known ? path : null
}

function whoOpens({ who }: Route, path: string): string {
  if (who === 'public') return ''
  if (path === '/nation') return central
  const mayLead = typeof who === 'string' || who.includes('province_lead')
  const own = /^\/(my-work|activities)/.test(path)
  return own ? officer : mayLead ? lead : administrator
}
