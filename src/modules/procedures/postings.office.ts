import { dayOf } from '../../lib/calendar/day.ts'
import { type Fault, notFound } from '../../lib/errors.ts'
import { imageKinds } from '../../lib/files/kinds.ts'
import { sendFile } from '../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { idOf, one, orAgain, unitNames } from './asking.ts'
import { PostingPage } from './pages/posting-page.tsx'
import { PostingsPage } from './pages/postings-page.tsx'
import { selectPostingsOfUnits } from './postings.sql.ts'
import { openPostingsOf, post, postingSeenBy, returnPosting } from './postings.ts'
import { postingAddress, postingsAddress, standingOf } from './procedure.ts'
import { canAnnounce, canPost, leads, posters, unitsPostedFor } from './procedures.policy.ts'
import { texts as t } from './procedures.texts.ts'
import { announcementById } from './procedures.ts'
import { view } from './view.tsx'

const at = `${postingsAddress}/:id{[0-9]+}`

export const postingRoutes: readonly Route[] = [
  { method: 'GET', path: postingsAddress, who: posters, handle: list },
  { method: 'GET', path: at, who: 'signedIn', handle: (c) => show(c, null, []) },
  { method: 'POST', path: at, who: posters, handle: report, upload: true },
  { method: 'GET', path: `${at}/photo`, who: 'signedIn', handle: photo },
  { method: 'POST', path: `${at}/return`, who: leads, handle: sendBack },
]

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const today = dayOf(c.get('now'))
  const open = await openPostingsOf(c.get('db'), actor)
  const units = unitsPostedFor(actor)
  const done = await selectPostingsOfUnits(c.get('db'), actor.provinceId, units, ['posted'], 50)
  const nameOf = await unitNames(c)
  const shown = (rows: typeof open) =>
    rows.map((p) => ({ ...p, unitName: nameOf(p.unitId), standing: standingOf(p, p.dueDay, today) }))
  const title = t.mine[c.get('locale')]
  return officePage(c, { title }, view(PostingsPage, { open: shown(open), done: shown(done) }))
}

async function show(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const posting = await postingSeenBy(db, actor, idOf(c))
  const announcement = await announcementById(db, actor.provinceId, posting.announcementId)
  const nameOf = await unitNames(c)
  const locale = c.get('locale')
  const crumbs = canAnnounce(actor)
    ? [{ label: t.title[locale], href: '/announcements' }]
    : [{ label: t.mine[locale], href: postingsAddress }]
  return officePage(
    c,
    {
      title: t.postingTitle[locale](announcement.number),
      crumbs,
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    view(PostingPage, {
      ...{ posting, announcement, faults, unitName: nameOf(posting.unitId) },
      standing: standingOf(posting, announcement.dueDay, dayOf(c.get('now'))),
      values: typed ?? { webLink: posting.webLink },
      mayPost: canPost(actor, posting) && posting.state !== 'ended',
      mayReturn: canAnnounce(actor) && posting.state === 'posted',
    }),
  )
}

async function report(c: Request): Promise<Response> {
  const limits = { maxFiles: 2, maxBytes: 20 * 1024 * 1024, types: imageKinds }
  const { fields, files, faults } = await receiveUpload(c, limits)
  const again = (all: readonly Fault[]) => show(c, fields, all)
  if (faults.length > 0) return again(faults)
  const proof = { photoFileId: files.at(-1)?.id ?? null, webLink: one(fields, 'webLink') }
  return orAgain(again, async () => {
    const isDone = await c
      .get('db')
      .transaction()
      .execute((tx) => post(tx, actorOf(c), idOf(c), proof, c.get('now')))
    return isDone
      ? redirect(c, postingsAddress, t.reported)
      : redirect(c, postingAddress(idOf(c)), { ...t.halfReported, tone: 'warn' })
  })
}

async function sendBack(c: Request): Promise<Response> {
  const values = await readForm(c)
  return orAgain(
    (faults) => show(c, values, faults),
    async () => {
      await c
        .get('db')
        .transaction()
        .execute((tx) => returnPosting(tx, actorOf(c), idOf(c), one(values, 'reason'), c.get('now')))
      return redirect(c, postingAddress(idOf(c)), t.returned)
    },
  )
}

async function photo(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { photoFileId } = await postingSeenBy(c.get('db'), actor, idOf(c))
  if (photoFileId === null) throw notFound()
  return sendFile(c, actor.provinceId, photoFileId, { inline: true })
}
