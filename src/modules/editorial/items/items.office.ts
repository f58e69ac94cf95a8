import { parseDay } from '../../../lib/calendar/day.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { imageKinds } from '../../../lib/files/kinds.ts'
import { sendFile, sendThumbnail } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { taskNameOf } from '../../plans/plans.ts'
import {
  isPublicationKind,
  type PublicationKind,
  publicationLanguages,
} from '../../publishing/publication.ts'
import { goodNews, idIn, idOf, inTransaction, one, orBack } from '../asking.ts'
import { canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { texts } from '../editorial.texts.ts'
import { type Item, isOpen, itemAddress } from '../item.ts'
import { EditPage } from '../pages/edit-page.tsx'
import { ItemPage } from '../pages/item-page.tsx'
import { NewItemPage } from '../pages/new-item-page.tsx'
import { ParticularsPage } from '../pages/particulars-page.tsx'
import { view } from '../pages/view.tsx'
import { channelLines } from '../variants/lines.ts'
import { troublesOf } from '../variants/troubles.ts'
import { choicesFor, mergeTargets } from './choices.ts'
import { contentValues, readContent } from './content-form.ts'
import { addImage, saveParticulars } from './labelling.ts'
import { documentChoices } from './library.ts'
import { itemSeenBy } from './loading.ts'
import { particularValues, readParticulars, translationValues } from './particulars-form.ts'
import { type ItemView, itemView } from './showing.ts'
import { createItem, saveContent, settle, textOf } from './writing.ts'

const at = '/desk/items/:id{[0-9]+}'
const imageLimits = { maxFiles: 1, maxBytes: 15 * 1024 * 1024, types: imageKinds }

export const itemRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/items/new', who: writerRoles, handle: (c) => blank(c, {}, []) },
  { method: 'POST', path: '/desk/items', who: writerRoles, handle: create },
  { method: 'GET', path: at, who: deskRoles, handle: (c) => showItem(c) },
  { method: 'GET', path: `${at}/edit`, who: writerRoles, handle: (c) => editItem(c) },
  { method: 'POST', path: at, who: writerRoles, handle: save },
  { method: 'GET', path: `${at}/particulars`, who: writerRoles, handle: (c) => particulars(c, null, []) },
  { method: 'POST', path: `${at}/particulars`, who: writerRoles, handle: label },
  { method: 'POST', path: `${at}/pictures`, who: writerRoles, handle: addFromEditor, upload: true },
  { method: 'POST', path: `${at}/images`, who: writerRoles, handle: addPicture, upload: true },
  { method: 'GET', path: `${at}/images/:fileId{[0-9]+}`, who: deskRoles, handle: (c) => picture(c, 1440) },
  {
    method: 'GET',
    path: `${at}/images/:fileId{[0-9]+}/thumbnail`,
    who: deskRoles,
    handle: (c) => picture(c, 240),
  },
  { method: 'POST', path: `${at}/copies/:copyId{[0-9]+}/settling`, who: writerRoles, handle: settleOne },
]

async function blank(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const choices = await choicesFor(c.get('db'), actor, null, c.get('now'))
  const query = c.req.query()
  const master = query['translation']
    ? await itemSeenBy(c.get('db'), actor, Number(query['translation']) || 0)
    : null
  const first = {
    kind: query['kind'] ?? 'news',
    unitId: query['unit'] ?? String(actor.grants[0]?.unitId ?? ''),
    taskId: query['task'] ?? '',
    ...{ columnId: query['column'] ?? '', orientationId: query['orientation'] ?? '' },
    title: query['title'] ?? '',
    ...(master ? translationValues(master) : {}),
  }
  const props = { choices, values: { ...first, ...values }, faults }
  const facts = {
    title: texts.newItem[actor.locale],
    crumbs: deskCrumbs(c),
    status: faults.length > 0 ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(NewItemPage, props))
}

export function deskCrumbs(c: Request, item?: Pick<Item, 'id' | 'title'>) {
  const desk = { label: texts.desk[c.get('locale')], href: '/desk' }
  return item ? [desk, { label: item.title, href: itemAddress(item.id) }] : [desk]
}

function kindIn(values: FormValues): PublicationKind | null {
  const kind = one(values, 'kind')
  return isPublicationKind(kind) ? kind : null
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const kind = kindIn(values)
  const title = one(values, 'title')
  const faults: Fault[] = []
  if (title.length < 3 || title.length > 300)
    faults.push({
      field: 'title',
      vi: 'Nhập tiêu đề, từ 3 đến 300 ký tự.',
      en: 'Enter a title of 3 to 300 characters.',
    })
  if (!kind) faults.push({ field: 'kind', vi: 'Chọn thể loại.', en: 'Choose the kind.' })
  const language = one(values, 'language') || 'vi'
  if (!(language in publicationLanguages))
    faults.push({ field: 'language', vi: 'Chọn ngôn ngữ của bài.', en: 'Choose the language.' })
  if (!kind || faults.length > 0) return blank(c, values, faults)
  const input = {
    ...readParticulars(values),
    kind,
    title,
    language,
    translationOf: idIn(values, 'translationOf'),
  }
  const actor = actorOf(c)
  try {
    const id = await inTransaction(c, (tx) =>
      createItem(tx, actor, input, c.get('now'), { byline: actor.name }),
    )
    return redirect(c, `${itemAddress(id)}/edit`)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return blank(c, values, refusal.faults)
    throw refusal
  }
}

/** The page of an item; after faults of one of its forms with what was typed. */
export async function showItem(
  c: Request,
  back?: { values: FormValues; refusal: Refusal },
): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const shown = await itemView(db, actor, idOf(c), c.get('now'))
  const { taskId } = shown.item
  const isMergeable = shown.may.review && shown.item.publishedVersion !== null
  const props = {
    view: shown,
    targets: isMergeable ? await mergeTargets(db, actor, shown.item.id) : [],
    taskName: taskId === null ? null : await taskNameOf(db, actor.provinceId, taskId),
    channels: await channelLines(db, actor, shown.item, shown.version, c.get('config').baseUrl, c.get('now')),
    troubles: await troublesOf(db, actor.provinceId, [shown.item.id], c.get('now')),
    now: c.get('now'),
    values: back?.values ?? {},
    faults: back?.refusal.faults ?? [],
  }
  const facts = {
    title: shown.item.title,
    crumbs: deskCrumbs(c),
    status: back ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(ItemPage, props))
}

interface EditBack {
  values?: FormValues
  faults?: readonly Fault[]
  imageValues?: FormValues
  imageFaults?: readonly Fault[]
  fileValues?: FormValues
  fileFaults?: readonly Fault[]
}

export async function editItem(c: Request, back: EditBack = {}): Promise<Response> {
  const shown = await itemView(c.get('db'), actorOf(c), idOf(c), c.get('now'))
  if (!shown.may.write || !isOpen(shown.item.state)) return redirect(c, itemAddress(shown.item.id))
  const faults = [back.faults, back.imageFaults, back.fileFaults].flatMap((f) => f ?? [])
  const props = {
    view: shown,
    values: { kind: shown.item.kind, ...contentValues(shown.item.kind, shown.version), ...back.values },
    faults: back.faults ?? [],
    imageValues: back.imageValues ?? {},
    imageFaults: back.imageFaults ?? [],
    fileValues: back.fileValues ?? {},
    fileFaults: back.fileFaults ?? [],
    documents: await documentChoices(c.get('db'), shown.item.provinceId, shown.item.kind),
  }
  const facts = {
    title: texts.editing[c.get('locale')](shown.item.title),
    crumbs: deskCrumbs(c, shown.item),
    status: faults.length > 0 ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(EditPage, props))
}

async function save(c: Request): Promise<Response> {
  const values = await readForm(c)
  const actor = actorOf(c)
  const shown: ItemView = await itemView(c.get('db'), actor, idOf(c), c.get('now'))
  const kind = kindIn(values) ?? shown.item.kind
  const { content, faults } = readContent(kind, values, shown.images, textOf(shown.version))
  const isScript = c.req.header('accept')?.includes('application/json') ?? false
  if (faults.length > 0 && !isScript) return editItem(c, { values, faults })
  // A text that cannot be read is not saved by half: its words stay with the writer, who is told what to do.
  const unread = faults.filter((f) => f.field === 'body')
  if (unread.length > 0) return c.json({ outcome: 'refused', faults: unread.map((f) => f[actor.locale]) })
  const input = { content, kind, revision: Number(one(values, 'revision')) }
  const saved = await inTransaction(c, (tx) => saveContent(tx, actor, shown.item.id, input, c.get('now')))
  if (isScript) return c.json({ ...saved, faults: faults.map((f) => f[actor.locale]) })
  if (saved.outcome !== 'saved')
    return redirect(c, `${itemAddress(shown.item.id)}/edit`, { ...texts[saved.outcome], tone: 'warn' })
  // Another kind asks for other facts: the form comes back with them.
  const to = kind === shown.item.kind ? itemAddress(shown.item.id) : `${itemAddress(shown.item.id)}/edit`
  return redirect(c, to, goodNews(texts.saved))
}

async function particulars(
  c: Request,
  values: FormValues | null,
  faults: readonly Fault[],
): Promise<Response> {
  const actor = actorOf(c)
  const item = await itemSeenBy(c.get('db'), actor, idOf(c))
  if (!canWrite(actor, item)) throw notFound()
  const kept = particularValues(item)
  const choices = await choicesFor(c.get('db'), actor, item, c.get('now'))
  const props = { item, choices, values: values ?? kept, faults }
  const facts = {
    title: texts.particulars[actor.locale],
    crumbs: deskCrumbs(c, item),
    status: faults.length > 0 ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(ParticularsPage, props))
}

async function label(c: Request): Promise<Response> {
  const values = await readForm(c)
  const day = one(values, 'reviewBy')
  if (day !== '' && parseDay(day) === null)
    return particulars(c, values, [
      { field: 'reviewBy', vi: 'Nhập ngày theo dạng 22/11/2026.', en: 'Enter the day like 22/11/2026.' },
    ])
  const body = (tx: Parameters<typeof saveParticulars>[0]) =>
    saveParticulars(tx, actorOf(c), idOf(c), readParticulars(values), c.get('now'))
  return orBack(c, itemAddress(idOf(c)), texts.saved, body, ({ faults }) => particulars(c, values, faults))
}

async function addPicture(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, imageLimits)
  const file = files[0]
  const none = { field: 'image', vi: 'Chọn một tệp ảnh.', en: 'Choose a picture.' }
  if (!file || faults.length > 0)
    return editItem(c, { imageValues: fields, imageFaults: faults.length > 0 ? faults : [none] })
  const image = { fileId: file.id, alt: one(fields, 'alt') }
  const to = `${itemAddress(idOf(c))}/edit`
  const body = (tx: Parameters<typeof addImage>[0]) => addImage(tx, actorOf(c), idOf(c), image, c.get('now'))
  return orBack(c, to, texts.imageAdded, body, (refusal) =>
    editItem(c, { imageValues: fields, imageFaults: refusal.faults }),
  )
}

/** An image that the editor sends while one writes: it is asked for its description within the text. */
async function addFromEditor(c: Request): Promise<Response> {
  const { files, faults } = await receiveUpload(c, imageLimits)
  const file = files[0]
  if (!file || faults.length > 0) return c.json({ error: faults[0]?.[c.get('locale')] ?? '' }, 422)
  const id = idOf(c)
  const image = { fileId: file.id, alt: `Ảnh: ${file.name}` }
  await inTransaction(c, (tx) => addImage(tx, actorOf(c), id, image, c.get('now')))
  return c.json({ file: file.id, src: `${itemAddress(id)}/images/${file.id}`, name: file.name })
}

async function picture(c: Request, side: 240 | 1440): Promise<Response> {
  const actor = actorOf(c)
  const { images, item } = await itemView(c.get('db'), actor, idOf(c), c.get('now'))
  const fileId = idOf(c, 'fileId')
  if (!images.some((i) => i.fileId === fileId)) throw notFound()
  if (side === 240) return sendThumbnail(c, item.provinceId, fileId, side)
  return sendFile(c, item.provinceId, fileId, { inline: true })
}

async function settleOne(c: Request): Promise<Response> {
  const use = one(await readForm(c), 'use') === '1'
  await inTransaction(c, (tx) =>
    settle(tx, actorOf(c), idOf(c), Number(c.req.param('copyId')), use, c.get('now')),
  )
  return redirect(c, `${itemAddress(idOf(c))}/edit`, goodNews(texts.saved))
}
