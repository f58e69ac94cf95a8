import { dayOf } from '../../lib/calendar/day.ts'
import type { Db } from '../../lib/db/db.ts'
import { type BundleEntry, entryName, zipOf } from '../../lib/files/bundle.ts'
import { fileById } from '../../lib/files/files.ts'
import { storedPath } from '../../lib/files/store.ts'
import { partKindWords } from './brand.texts.ts'
import { contrast, showRatio } from './contrast.ts'
import type { Kit, ShownPart } from './kit.ts'

/** The newest files of a set as an archive, a folder a part, with a page of words: how each is used, and the colours. */
export async function kitZip(
  db: Db,
  dataDir: string,
  provinceId: number,
  kit: Kit & { documentName: string },
  parts: readonly ShownPart[],
  now: Date,
): Promise<AsyncGenerator<Uint8Array>> {
  const entries: BundleEntry[] = [
    { path: 'DOC-TRUOC.txt', from: { bytes: new TextEncoder().encode(guide(kit, parts)) } },
  ]
  for (const [i, part] of parts.entries())
    for (const [n, file] of (part.versions[0]?.files ?? []).entries()) {
      const stored = await fileById(db, provinceId, file.fileId)
      if (!stored) continue
      const folder = `${String(i + 1).padStart(2, '0')} ${entryName(part.name, 60)}`
      const path = `${folder}/${n + 1} ${entryName(file.name)}`
      entries.push({ path, from: { file: storedPath(dataDir, stored.sha256) } })
    }
  return zipOf(entries, now)
}

function guide(kit: Kit & { documentName: string }, parts: readonly ShownPart[]): string {
  const lines = [kit.name, kit.documentName && `Theo ${kit.documentName}`, kit.about, '']
  for (const [i, part] of parts.entries()) {
    const newest = part.versions[0]
    lines.push(`${i + 1}. ${part.name} (${partKindWords[part.kind].vi})`)
    if (newest) lines.push(`   Bản ${newest.number}, ${dayOf(newest.at).split('-').reverse().join('/')}`)
    if (part.use) lines.push(...part.use.split('\n').map((line) => `   ${line}`))
    for (const c of part.colours) {
      const white = showRatio(contrast(c.hex, '#ffffff'), 'vi')
      lines.push(`   ${c.name}: ${c.hex}${c.use && `, ${c.use}`} (chữ trắng ${white} : 1)`)
    }
    lines.push('')
  }
  return `\ufeff${lines.filter((line, i) => line !== '' || lines[i - 1] !== '').join('\r\n')}`
}
