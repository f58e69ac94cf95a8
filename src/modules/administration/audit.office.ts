import { z } from 'zod'
import { type EntryFilter, entryKinds, readEntries } from '../../lib/audit-log.ts'
import { parseDay, showTime } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { outbox } from '../../lib/mail/mail.ts'
import { writeCsv } from '../../lib/sheets/csv.ts'
import { words } from '../../lib/text/words.ts'
import { officePage } from '../../ui/answer.tsx'
import { subjectNames, texts, verbNames } from './audit.texts.ts'
import { fieldChanges } from './audit-change.ts'
import { auditAddress, auditView, nameOf, outboxView } from './pages/audit-page.tsx'

const readers = ['auditor', 'administrator', 'province_lead'] as const
const pageSize = 50
const longestCsv = 50_000

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: auditAddress, who: readers, handle: show },
  { method: 'GET', path: `${auditAddress}.csv`, who: readers, handle: download },
  { method: 'GET', path: '/administration/outbox', who: ['administrator'], handle: showOutbox },
]

const queryInput = z.object({
  who: z.string().max(100).catch(''),
  verb: z.string().max(100).catch(''),
  subjectKind: z.string().max(100).catch(''),
  subjectId: z.string().max(100).catch(''),
  from: z.string().max(20).catch(''),
  to: z.string().max(20).catch(''),
  olderThan: z.coerce.number().int().positive().optional().catch(undefined),
})

interface Asked {
  filter: EntryFilter
  values: Record<string, string>
  faults: Fault[]
}

/** An empty field asks for nothing; a day that does not exist is a fault, not a guess. */
function asked(c: Request): Asked {
  const { olderThan, ...values } = queryInput.parse(c.req.query())
  const filter: EntryFilter = olderThan ? { olderThan } : {}
  const faults: Fault[] = []
  for (const key of ['who', 'verb', 'subjectKind', 'subjectId'] as const) {
    const text = values[key].normalize('NFC').trim()
    if (text) filter[key] = text
  }
  for (const key of ['from', 'to'] as const) {
    const day = parseDay(values[key])
    if (day) filter[key] = day
    else if (values[key].trim()) faults.push({ field: key, vi: texts.wrongDay.vi, en: texts.wrongDay.en })
  }
  return { filter, values, faults }
}

async function show(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const { filter, values, faults } = asked(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const entries = await readEntries(c.get('db'), provinceId, filter, pageSize + 1)
  const shown = entries.slice(0, pageSize)
  const more = entries.length > pageSize ? String(shown.at(-1)?.id) : null
  const address = (to: string, extra: Record<string, string> = {}) => {
    const query = new URLSearchParams(Object.entries({ ...values, ...extra }).filter(([, v]) => v !== ''))
    return query.size ? `${to}?${query}` : to
  }
  const page = auditView({
    locale,
    entries: shown,
    kinds: await entryKinds(c.get('db'), provinceId),
    values,
    faults,
    older: more && address(auditAddress, { olderThan: more }),
    csv: address(`${auditAddress}.csv`),
  })
  return officePage(c, { title: w.audit, status: faults.length ? 422 : 200 }, page)
}

async function download(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const entries = await readEntries(c.get('db'), provinceId, asked(c).filter, longestCsv)
  const rows = entries.map((e) => {
    const changes = fieldChanges(e.before, e.after)
    const side = (which: 'before' | 'after') =>
      changes.map((f) => `${f.field}: ${f[which] || '–'}`).join('\n')
    const subject = nameOf(subjectNames, e.subjectKind, locale)
    return [
      showTime(e.at),
      e.actorName,
      nameOf(verbNames, e.verb, locale),
      subject,
      e.subjectId,
      side('before'),
      side('after'),
    ]
  })
  const head = [w.at, w.who, w.verb, w.subject, w.subjectId, w.before, w.after]
  return sendBytes(writeCsv([head, ...rows]), 'text/csv', 'nhat-ky-thay-doi.csv')
}

async function showOutbox(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const letters = await outbox(c.get('db'), actorOf(c).provinceId, 100)
  // A letter waiting for its server may carry a link that opens somebody's account: read in the demonstration only.
  const demonstration = c.get('config').mode === 'demonstration'
  const safe = demonstration ? letters : letters.map((l) => ({ ...l, body: null }))
  return officePage(c, { title: words(texts, locale).outbox }, outboxView({ locale, letters: safe }))
}
