import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import { canWrite } from '../editorial.policy.ts'
import { type Attachment, isOpen } from '../item.ts'
import { itemForChange, type LoadedItem, refuseUnless, versionOf } from './loading.ts'
import { deleteAttachment, insertAttachments } from './versions.sql.ts'
import { notePartWritten, notOpen } from './writing.ts'

const mostFiles = 20

/**
 * Files for readers to download: the directing document itself, a form, the photos of a press kit. Part of the text at
 * work, so that a leader approves exactly them. A file that is there already only gets its new name.
 */
export async function attachFiles(
  tx: Tx,
  actor: Actor,
  id: number,
  files: readonly Attachment[],
  now: Date,
): Promise<void> {
  const item = await openItem(tx, actor, id)
  const { files: was } = await versionOf(tx, item, item.currentVersion)
  const fresh = files.filter((f) => !was.some((w) => w.fileId === f.fileId))
  if (was.length + fresh.length > mostFiles)
    throw invalid([
      {
        field: 'files',
        vi: `Mỗi bài kèm tối đa ${mostFiles} tệp. Bỏ bớt tệp cũ hoặc gộp các tệp lại.`,
        en: `A text takes at most ${mostFiles} files. Take some out, or join them.`,
      },
    ])
  const first = Math.max(-1, ...was.map((_, i) => i)) + 1
  await insertAttachments(tx, item.provinceId, item.id, item.currentVersion, files, first)
  await notePartWritten(tx, actor, item, now)
  await recordChange(tx, actor, now, {
    verb: 'item.attach',
    subject: { kind: 'item', id },
    before: null,
    after: { files },
  })
}

/** Takes a file out of the text at work. Versions handed in before keep theirs. */
export async function detachFile(tx: Tx, actor: Actor, id: number, fileId: number, now: Date): Promise<void> {
  const item = await openItem(tx, actor, id)
  const { files } = await versionOf(tx, item, item.currentVersion)
  const gone = files.find((f) => f.fileId === fileId)
  if (!gone) return
  await deleteAttachment(tx, item.provinceId, item.id, item.currentVersion, fileId)
  await notePartWritten(tx, actor, item, now)
  await recordChange(tx, actor, now, {
    verb: 'item.detach',
    subject: { kind: 'item', id },
    before: gone,
    after: null,
  })
}

async function openItem(tx: Tx, actor: Actor, id: number): Promise<LoadedItem> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item))
  const version = await versionOf(tx, item, item.currentVersion)
  if (!isOpen(item.state) || version.sealed) throw notOpen()
  return item
}
