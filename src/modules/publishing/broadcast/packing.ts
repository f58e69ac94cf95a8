import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseBuffer } from 'music-metadata'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Config } from '../../../lib/config.ts'
import type { Db } from '../../../lib/db/db.ts'
import { fileById } from '../../../lib/files/files.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { type PackageFacts, type PackageItem, type PackedItem, packageZip } from './package.ts'
import type { Package } from './packages.sql.ts'
import { scriptPdf } from './script-files.ts'
import { findSpeech } from './speech.ts'

/** Goes up with every change of what a package holds, so that none made before is handed out again. */
const shape = 2

/**
 * The archive of a package, made once and kept beside the stored files: a voice takes seconds, and every commune of a
 * province fetches the same bytes. Made anew where a voice was installed or a telephone number changed since.
 */
export async function keptZip(
  db: Db,
  config: Config,
  provinceId: number,
  found: Package,
): Promise<Uint8Array> {
  const facts = await factsOf(db, config, provinceId, found)
  const speech = await findSpeech()
  const whole = JSON.stringify([shape, provinceId, facts, found.items, speech?.version ?? null])
  const name = createHash('sha256').update(whole).digest('hex')
  const folder = join(config.dataDir, 'made')
  const own = `package-${provinceId}-${found.id}-`
  const path = join(folder, `${own}${name}.zip`)
  if (existsSync(path)) return new Uint8Array(await readFile(path))
  const bytes = await packedZip(db, config, provinceId, found)
  await mkdir(folder, { recursive: true })
  for (const old of await readdir(folder))
    if (old.startsWith(own)) await rm(join(folder, old), { force: true })
  const part = join(folder, `${randomUUID()}.part`)
  await writeFile(part, bytes)
  await rename(part, path)
  return bytes
}

/** The archive of a package: recordings where there are some, else the computer's voice, else scripts alone. */
async function packedZip(db: Db, config: Config, provinceId: number, found: Package): Promise<Uint8Array> {
  const day = dayOf(found.madeAt)
  const facts = await factsOf(db, config, provinceId, found)
  const { owner } = facts
  const items: PackedItem[] = []
  for (const item of found.items) {
    const pdf = await scriptPdf({ ...item, owner, day, slotSeconds: 900 })
    items.push({ item, pdf, audio: await audioOf(db, config, provinceId, item) })
  }
  return packageZip(facts, items)
}

async function factsOf(db: Db, config: Config, provinceId: number, found: Package): Promise<PackageFacts> {
  const unit = await unitAsOf(db, provinceId, found.unitId, dayOf(found.madeAt))
  const owner = unit?.name ?? ''
  const { id, title, firstDay, lastDay, hours, madeAt } = found
  const contact = `${found.madeByName}, ${unit?.phone ?? owner}`
  const host = new URL(config.baseUrl).host
  return { id, title, firstDay, lastDay, hours, madeAt, owner, contact, host }
}

async function audioOf(
  db: Db,
  config: Config,
  provinceId: number,
  item: PackageItem,
): Promise<PackedItem['audio']> {
  const file = item.audioId === null ? null : await fileById(db, provinceId, item.audioId)
  if (file) {
    const bytes = new Uint8Array(await readFile(storedPath(config.dataDir, file.sha256)))
    return { bytes, ending: file.kind, from: 'recording', seconds: await secondsIn(bytes, file.mime) }
  }
  const speech = await findSpeech()
  if (!speech) return null
  const bytes = await speech.say(item.lines, item.rate)
  return { bytes, ending: 'wav', from: 'speech', seconds: await secondsIn(bytes, 'audio/wav') }
}

/** How long a recording plays; null where the file does not tell. */
async function secondsIn(bytes: Uint8Array, mimeType: string): Promise<number | null> {
  try {
    const { format } = await parseBuffer(bytes, { mimeType }, { duration: true, skipCovers: true })
    return format.duration ? Math.round(format.duration) : null
  } catch {
    return null
  }
}
