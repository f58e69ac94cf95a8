import { dayOf, showDay } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import { type FormValues, parseForm, readForm } from '../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import { idOf, one, orAgain, unitNames, xlsx } from './asking.ts'
import { boardOf } from './board.ts'
import { boardSheet } from './board-sheet.ts'
import { AnnouncementFormPage, AnnouncementPreviewPage } from './pages/announcement-form-page.tsx'
import { AnnouncementPage } from './pages/announcement-page.tsx'
import { AnnouncementsPage } from './pages/announcements-page.tsx'
import { selectPostingsOf } from './postings.sql.ts'
import {
  announcementAddress,
  announcementSchema,
  announcementsAddress,
  countByScope,
  standings,
  whoPosts,
} from './procedure.ts'
import { canAnnounce, leads } from './procedures.policy.ts'
import { countAnnouncements, selectAnnouncements } from './procedures.sql.ts'
import { texts as t } from './procedures.texts.ts'
import {
  announce,
  announcementById,
  dueDayOf,
  dueDaysOf,
  setDueDays,
  withdrawAnnouncement,
} from './procedures.ts'
import { view } from './view.tsx'

/** A decision as the register of legal documents has it, which stands beside this room: the app brings it. */
export interface RegisteredDecision {
  id: number
  label: string
  number: string
  issued: string
  issuer: string
}
export type DecisionsOf = (c: Request) => Promise<RegisteredDecision[]>

const viewers = ['province_lead', 'administrator', 'auditor'] as const
const at = `${announcementsAddress}/:id{[0-9]+}`

export function announcementRoutes(decisionsOf: DecisionsOf): readonly Route[] {
  return [
    { method: 'GET', path: announcementsAddress, who: viewers, handle: (c) => list(c) },
    {
      method: 'GET',
      path: `${announcementsAddress}/new`,
      who: leads,
      handle: (c) => form(c, decisionsOf, null, []),
    },
    { method: 'POST', path: announcementsAddress, who: leads, handle: (c) => create(c, decisionsOf) },
    { method: 'POST', path: `${announcementsAddress}/setting`, who: leads, handle: set },
    { method: 'GET', path: at, who: 'signedIn', handle: (c) => show(c, {}, []) },
    { method: 'GET', path: `${at}/board.xlsx`, who: viewers, handle: sheet },
    { method: 'POST', path: `${at}/withdrawal`, who: leads, handle: withdraw },
  ]
}

export const announcementsMenu: MenuItem = {
  label: t.title,
  href: announcementsAddress,
  icon: 'stamp',
  who: viewers,
}

const pageSize = 30

async function list(c: Request, values: FormValues = {}, faults: readonly Fault[] = []): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const page = Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1)
  const rows = await selectAnnouncements(db, actor.provinceId, today, pageSize, (page - 1) * pageSize)
  const due = await dueDaysOf(db, actor.provinceId)
  return officePage(
    c,
    { title: t.title[c.get('locale')], ...(faults.length > 0 ? { status: 422 as const } : {}) },
    view(AnnouncementsPage, {
      ...{ rows, due, page, pageSize, faults, values },
      total: await countAnnouncements(db, actor.provinceId),
      mayAnnounce: canAnnounce(actor),
    }),
  )
}

async function set(c: Request): Promise<Response> {
  const values = await readForm(c)
  return orAgain(
    (faults) => list(c, values, faults),
    async () => {
      await c
        .get('db')
        .transaction()
        .execute((tx) => setDueDays(tx, actorOf(c), Number(one(values, 'days')), c.get('now')))
      return redirect(c, announcementsAddress, t.saved)
    },
  )
}

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  return [{ label: t.title[c.get('locale')], href: announcementsAddress }, ...further]
}

async function form(
  c: Request,
  decisionsOf: DecisionsOf,
  typed: FormValues | null,
  faults: readonly Fault[],
): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const units = await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const replacesId = Number(typed ? one(typed, 'replacesId') : c.req.query('replaces')) || null
  const was = replacesId === null ? null : await announcementById(db, actor.provinceId, replacesId)
  const due = await dueDaysOf(db, actor.provinceId)
  const fresh = {
    ...{ days: String(due.days), replacesId: String(was?.id ?? ''), issuer: 'Chủ tịch UBND tỉnh' },
    ...{ scope: was?.scope ?? ['communes', 'departments'] },
    ...(was ? { field: was.field, kind: was.kind, procedures: String(was.procedures), link: was.link } : {}),
  }
  const facts = { title: t.enter[c.get('locale')], crumbs: crumbs(c) }
  return officePage(
    c,
    { ...facts, ...(faults.length > 0 ? { status: 422 as const } : {}) },
    view(AnnouncementFormPage, {
      ...{ was, faults, counts: countByScope(units), isUsualDays: due.isUsual },
      decisions: await decisionsOf(c),
      values: typed ?? fresh,
    }),
  )
}

/** The first sending shows whom it reaches and until when; the second, from that page, gives the duties. */
async function create(c: Request, decisionsOf: DecisionsOf): Promise<Response> {
  const actor = actorOf(c)
  const typed = await filled(c, decisionsOf, await readForm(c))
  const again = (faults: readonly Fault[]) => form(c, decisionsOf, typed, faults)
  if (one(typed, 'change') === '1') return form(c, decisionsOf, typed, [])
  const parsed = parseForm(announcementSchema, typed)
  if (!parsed.ok) return again(parsed.faults)
  const input = parsed.value
  const db = c.get('db')
  if (one(typed, 'confirmed') !== '1') {
    const today = dayOf(c.get('now'))
    const units = await unitsAsOf(db, actor.provinceId, today, actor.treeRevision)
    const props = { input, values: typed, dueDay: dueDayOf(input.issued, input.days), today }
    const facts = { title: t.previewTitle[c.get('locale')], crumbs: crumbs(c) }
    const reached = { counts: countByScope(units), units: whoPosts(units, input.scope).length }
    return officePage(c, facts, view(AnnouncementPreviewPage, { ...props, ...reached }))
  }
  return orAgain(again, async () => {
    const { id } = await db.transaction().execute((tx) => announce(tx, actor, input, c.get('now')))
    return redirect(c, announcementAddress(id), t.given)
  })
}

/** What was left empty of a decision that the register knows, is taken from there. */
async function filled(c: Request, decisionsOf: DecisionsOf, typed: FormValues): Promise<FormValues> {
  const chosen = Number(one(typed, 'documentId')) || null
  if (chosen === null) return typed
  const known = (await decisionsOf(c)).find((d) => d.id === chosen)
  if (!known) return { ...typed, documentId: '' }
  return {
    ...typed,
    number: one(typed, 'number') || known.number,
    issued: one(typed, 'issued') || (known.issued && showDay(known.issued)),
    issuer: one(typed, 'issuer') || known.issuer,
  }
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const found = await announcementById(db, actor.provinceId, idOf(c))
  const postings = await selectPostingsOf(db, actor.provinceId, found.id)
  const today = dayOf(c.get('now'))
  const board = boardOf(found, postings, await unitNames(c), actor, today)
  const asked = standings.find((s) => s === c.req.query('state')) ?? null
  const title = t.postingTitle[c.get('locale')](found.number)
  return officePage(
    c,
    { title, crumbs: crumbs(c), ...(faults.length > 0 ? { status: 422 as const } : {}) },
    view(AnnouncementPage, {
      ...{ announcement: found, board, asked, values, faults },
      mayAnnounce: canAnnounce(actor),
      seesAll: actor.reach === 'province',
    }),
  )
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const found = await announcementById(db, actor.provinceId, idOf(c))
  const postings = await selectPostingsOf(db, actor.provinceId, found.id)
  const today = dayOf(c.get('now'))
  const board = boardOf(found, postings, await unitNames(c), actor, today)
  const name = `Niêm yết ${found.number.replace(/[^\p{L}\p{N}-]+/gu, '-')}.xlsx`
  return sendBytes(await boardSheet(found, board.rows), xlsx, name)
}

async function withdraw(c: Request): Promise<Response> {
  const values = await readForm(c)
  return orAgain(
    (faults) => show(c, values, faults),
    async () => {
      const reason = one(values, 'reason')
      await c
        .get('db')
        .transaction()
        .execute((tx) => withdrawAnnouncement(tx, actorOf(c), idOf(c), reason, c.get('now')))
      return redirect(c, announcementAddress(idOf(c)), t.wasWithdrawn)
    },
  )
}
