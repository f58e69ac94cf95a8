import { type Fault, notFound, Refusal, tooMany } from '../../../lib/errors.ts'
import { addressOf } from '../../../lib/http/address.ts'
import { sendFile } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import type { Request, Route } from '../../../lib/http/route.ts'
import { imagesOf } from '../../../lib/richtext/contents.ts'
import { plainPage } from '../../../ui/answer.tsx'
import { inTransaction, one } from '../asking.ts'
import { ApprovalGonePage, ApprovalPage, ApprovalThanksPage } from '../pages/approval-page.tsx'
import { view } from '../pages/view.tsx'
import { type ChannelLine, channelLines } from '../variants/lines.ts'
import { texts } from './approvals.texts.ts'
import { decideByLink, noteSeen, type OpenLink, openLink } from './approvals.ts'

const at = '/approvals/:secret'

/** A leader without account reads and decides. Never kept by browsers, proxies or search engines. */
export const approvalRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: 'public', handle: read },
  { method: 'GET', path: `${at}/images/:fileId{[0-9]+}`, who: 'public', handle: picture },
  { method: 'GET', path: `${at}/files/:fileId{[0-9]+}`, who: 'public', handle: attachment },
  { method: 'POST', path: `${at}/decision`, who: 'public', handle: decide },
]

/** What the secret opens. Wrong ones cost: after a hundred from one address there is a pause. */
async function opened(c: Request): Promise<OpenLink | null> {
  const { secret } = c.get('limits')
  if ((await secret.wait(addressOf(c))) !== null)
    throw tooMany('Thử quá nhiều lần. Hãy đợi ít phút.', 'Too many attempts. Wait a few minutes.')
  const open = await openLink(c.get('db'), c.req.param('secret') ?? '', c.get('now'))
  if (!open) await secret.take(addressOf(c))
  return open
}

async function read(c: Request): Promise<Response> {
  const open = await opened(c)
  if (!open) return gone(c)
  await inTransaction(c, (tx) => noteSeen(tx, open, c.get('now')))
  return show(c, open, {}, [])
}

async function show(
  c: Request,
  open: OpenLink,
  values: FormValues,
  faults: readonly Fault[],
): Promise<Response> {
  const secret = c.req.param('secret') ?? ''
  const channels = await linesOf(c, open)
  const own = { values: { name: open.link.forName, ...values }, faults }
  const props = { open, channels, at: `/approvals/${secret}`, ...own }
  const facts = {
    title: texts.title[c.get('locale')],
    status: faults.length > 0 ? (422 as const) : (200 as const),
  }
  return quiet(plainPage(c, facts, view(ApprovalPage, props)))
}

/** What a leader approves with the text. Of channels themselves nothing is told: who has the link is no official. */
function linesOf(c: Request, { item, version }: OpenLink): Promise<ChannelLine[]> {
  return channelLines(c.get('db'), null, item, version, c.get('config').baseUrl, c.get('now'))
}

function gone(c: Request): Response {
  return quiet(plainPage(c, { title: texts.gone[c.get('locale')], status: 404 }, view(ApprovalGonePage, {})))
}

function quiet(response: Response): Response {
  response.headers.set('cache-control', 'no-store')
  response.headers.set('x-robots-tag', 'noindex, nofollow')
  return response
}

async function picture(c: Request): Promise<Response> {
  const open = await opened(c)
  const fileId = Number(c.req.param('fileId'))
  const shown = open && [open.version.leadImageId, ...imagesOf(open.version.body).map((i) => i.file)]
  if (!open || !shown?.includes(fileId)) throw notFound()
  return sendFile(c, open.provinceId, fileId, { inline: true })
}

async function attachment(c: Request): Promise<Response> {
  const open = await opened(c)
  const fileId = Number(c.req.param('fileId'))
  if (!open?.version.files.some((f) => f.fileId === fileId)) throw notFound()
  return sendFile(c, open.provinceId, fileId)
}

async function decide(c: Request): Promise<Response> {
  const values = await readForm(c)
  const open = await opened(c)
  if (!open) return gone(c)
  const input = {
    agrees: one(values, 'decision') === 'approve',
    name: one(values, 'name').slice(0, 200),
    note: one(values, 'note').slice(0, 2000) || null,
  }
  try {
    const secret = c.req.param('secret') ?? ''
    const done = await inTransaction(c, (tx) => decideByLink(tx, secret, input, c.get('now')))
    if (!done) return gone(c)
    return quiet(plainPage(c, { title: texts.thanks[c.get('locale')] }, view(ApprovalThanksPage, {})))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return show(c, open, values, refusal.faults)
    throw refusal
  }
}
