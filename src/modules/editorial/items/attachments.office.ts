import type { Fault } from '../../../lib/errors.ts'
import { notFound } from '../../../lib/errors.ts'
import { type FileKind, kinds } from '../../../lib/files/kinds.ts'
import { sendFile } from '../../../lib/http/downloads.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { redirect } from '../../../ui/answer.tsx'
import { goodNews, idOf, inTransaction, one, orBack } from '../asking.ts'
import { deskRoles, writerRoles } from '../editorial.policy.ts'
import { texts } from '../editorial.texts.ts'
import { itemAddress } from '../item.ts'
import { attachFiles, detachFile } from './attachments.ts'
import { editItem } from './items.office.ts'
import { itemView } from './showing.ts'

const at = '/desk/items/:id{[0-9]+}/files'
/** All but what could show anything in our name when it is opened from a disk. */
const refused: readonly FileKind[] = ['html', 'svg', 'zip']
const types = (Object.keys(kinds) as FileKind[]).filter((kind) => !refused.includes(kind))
const limits = { maxFiles: 10, maxBytes: 200 * 1024 * 1024, types }

export const attachmentRoutes: readonly Route[] = [
  { method: 'POST', path: at, who: writerRoles, handle: attach, upload: true },
  { method: 'GET', path: `${at}/:fileId{[0-9]+}`, who: deskRoles, handle: download },
  { method: 'POST', path: `${at}/:fileId{[0-9]+}/removal`, who: writerRoles, handle: detach },
]

async function attach(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, limits)
  const back = (found: readonly Fault[]) => editItem(c, { fileValues: fields, fileFaults: found })
  const none = { field: 'files', vi: 'Chọn ít nhất một tệp.', en: 'Choose a file.' }
  if (files.length === 0 || faults.length > 0) return back(faults.length > 0 ? faults : [none])
  const name = one(fields, 'fileName').trim().slice(0, 300)
  const named = files.map((f) => ({ fileId: f.id, name: files.length === 1 && name ? name : f.name }))
  const body = (tx: Parameters<typeof attachFiles>[0]) =>
    attachFiles(tx, actorOf(c), idOf(c), named, c.get('now'))
  const to = `${itemAddress(idOf(c))}/edit#files`
  return orBack(c, to, texts.fileAdded, body, (refusal) => back(refusal.faults))
}

async function detach(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => detachFile(tx, actorOf(c), idOf(c), idOf(c, 'fileId'), c.get('now')))
  return redirect(c, `${itemAddress(idOf(c))}/edit#files`, goodNews(texts.fileTakenOut))
}

async function download(c: Request): Promise<Response> {
  const { item, versions } = await itemView(c.get('db'), actorOf(c), idOf(c), c.get('now'))
  const fileId = idOf(c, 'fileId')
  if (!versions.some((v) => v.files.some((f) => f.fileId === fileId))) throw notFound()
  return sendFile(c, item.provinceId, fileId)
}
