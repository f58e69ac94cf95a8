import { readFile } from 'node:fs/promises'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Config } from '../../../lib/config.ts'
import type { Db } from '../../../lib/db/db.ts'
import { fileById } from '../../../lib/files/files.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { type PackageItem, type PackedItem, packageZip } from './package.ts'
import type { Package } from './packages.sql.ts'
import { scriptPdf } from './script-files.ts'
import { findSpeech } from './speech.ts'

/** The archive of a package: recordings where there are some, else the computer's voice, else scripts alone. */
export async function packedZip(
  db: Db,
  config: Config,
  provinceId: number,
  found: Package,
): Promise<Uint8Array> {
  const day = dayOf(found.madeAt)
  const unit = await unitAsOf(db, provinceId, found.unitId, day)
  const owner = unit?.name ?? ''
  const items: PackedItem[] = []
  for (const item of found.items) {
    const pdf = await scriptPdf({ ...item, owner, day, slotSeconds: 900 })
    items.push({ item, pdf, audio: await audioOf(db, config, provinceId, item) })
  }
  const { id, title, firstDay, lastDay, hours, madeAt } = found
  const contact = `${found.madeByName}, ${unit?.phone ?? owner}`
  const host = new URL(config.baseUrl).host
  return packageZip({ id, title, firstDay, lastDay, hours, madeAt, owner, contact, host }, items)
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
    return { bytes, ending: file.kind, from: 'recording' }
  }
  const speech = await findSpeech()
  return speech ? { bytes: await speech.say(item.lines, item.rate), ending: 'wav', from: 'speech' } : null
}
