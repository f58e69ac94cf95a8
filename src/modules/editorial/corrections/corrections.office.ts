import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { limitsOf, type Variant, variantSchema } from '../../publishing/channel.ts'
import { listChannels, originOf } from '../../publishing/publishing.ts'
import { goodNews, idOf, inTransaction, many, one } from '../asking.ts'
import { canApprove, canWrite, writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { itemSeenBy, versionOf } from '../items/loading.ts'
import { view } from '../pages/view.tsx'
import { ownLink, picturesOf } from '../variants/master.ts'
import { selectVariants } from '../variants/variants.sql.ts'
import { texts as variantTexts } from '../variants/variants.texts.ts'
import { selectCorrections } from './corrections.sql.ts'
import { texts } from './corrections.texts.ts'
import { decideOnCorrection, proposeCorrection, refusedMessage } from './corrections.ts'
import { CorrectionPage } from './pages/correction-page.tsx'

const at = '/desk/items/:id{[0-9]+}/channels/:channelId{[0-9]+}/correction'

export const variantCorrectionRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: writerRoles, handle: (c) => show(c) },
  { method: 'POST', path: at, who: writerRoles, handle: propose },
  { method: 'POST', path: `${at}/decision`, who: writerRoles, handle: decide },
]

const here = (c: Request) => `${itemAddress(idOf(c))}/channels/${idOf(c, 'channelId')}/correction`

/** What the page is about; 404 where the actor sees neither item nor channel. */
async function load(c: Request) {
  const actor = actorOf(c)
  const db = c.get('db')
  const item = await itemSeenBy(db, actor, idOf(c))
  const channel = (await listChannels(db, actor.provinceId)).find((x) => x.id === idOf(c, 'channelId'))
  if (!channel || item.publishedVersion === null) throw notFound()
  const version = await versionOf(db, item, item.publishedVersion)
  const variants = await selectVariants(db, actor.provinceId, item.id, version.number)
  const approved = variants.find((v) => v.channelId === channel.id)
  if (!approved) throw notFound()
  const all = (await selectCorrections(db, actor.provinceId, item.id)).filter(
    (x) => x.channelId === channel.id,
  )
  return { actor, item, channel, version, approved, corrections: all }
}

async function show(c: Request, back?: { values: FormValues; faults: readonly Fault[] }): Promise<Response> {
  const { actor, item, channel, version, approved, corrections } = await load(c)
  const [newest] = corrections
  const content = newest?.content ?? approved.content
  const props = {
    ...{
      item,
      channel,
      action: here(c),
      corrections,
      limits: limitsOf(channel.kind, undefined, channel.settings),
    },
    refused: await refusedMessage(c.get('db'), item, channel.id),
    pictures: picturesOf(version),
    values: back?.values ?? valuesOf(content),
    faults: back?.faults ?? [],
    mayWrite: canWrite(actor, item),
    mayApprove: canApprove(actor, item),
    isOwn: newest?.madeBy === actor.accountId,
  }
  const locale = c.get('locale')
  const up = { label: variantTexts.channels[locale], href: `${itemAddress(item.id)}/channels` }
  const facts = {
    title: texts.title[locale](channel.name),
    crumbs: [...deskCrumbs(c, item), up],
    status: back ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(CorrectionPage, props))
}

function valuesOf({ title, lead, text, images }: Variant): FormValues {
  return { title, lead, text, images: images.map((i) => String(i.fileId)) }
}

async function propose(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { actor, item, channel, version, approved, corrections } = await load(c)
  const was = corrections[0]?.content ?? approved.content
  const limits = limitsOf(channel.kind, undefined, channel.settings)
  const picked = many(values, 'images').map(Number)
  const content = variantSchema.parse({
    ...was,
    title: limits.title.used ? one(values, 'title') : '',
    lead: limits.lead.used ? one(values, 'lead') : '',
    text: one(values, 'text'),
    link: approved.content.link === '' ? '' : was.link || ownLink,
    images: picturesOf(version).filter((i) => picked.includes(i.fileId)),
  })
  const origin = await originOf(c.get('db'), item.provinceId, c.get('config').baseUrl)
  return orShow(c, values, texts.asked, (tx) =>
    proposeCorrection(tx, actor, item.id, channel.id, content, origin, c.get('now')),
  )
}

async function decide(c: Request): Promise<Response> {
  const values = await readForm(c)
  const agrees = one(values, 'decision') === 'approve'
  const input = { agrees, digest: one(values, 'digest'), note: one(values, 'note').slice(0, 1000) || null }
  const { baseUrl } = c.get('config')
  return orShow(c, values, agrees ? texts.approved : texts.returned, (tx) =>
    decideOnCorrection(tx, actorOf(c), idOf(c), idOf(c, 'channelId'), input, baseUrl, c.get('now')),
  )
}

async function orShow(
  c: Request,
  values: FormValues,
  said: { vi: string; en: string },
  body: (tx: Parameters<typeof proposeCorrection>[0]) => Promise<unknown>,
): Promise<Response> {
  try {
    await inTransaction(c, body)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return show(c, { values, faults: refusal.faults })
  }
  return redirect(c, here(c), goodNews(said))
}
