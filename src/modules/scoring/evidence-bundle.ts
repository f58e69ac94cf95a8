import { existsSync } from 'node:fs'
import type { DbOrTx } from '../../lib/db/db.ts'
import { type BundleEntry, entryName } from '../../lib/files/bundle.ts'
import { fileById } from '../../lib/files/files.ts'
import { storedPath } from '../../lib/files/store.ts'
import { showPoints } from './points.ts'
import { standingPoints } from './score.ts'
import type { SheetLine, SheetSeen } from './scoring.ts'

/**
 * The evidence of a sheet as entries of an archive, ordered by criterion: a folder for each line with its files and
 * its links, the table as sheet and document, and an index with the SHA-256 of every file.
 */
export async function bundleEntries(
  db: DbOrTx,
  provinceId: number,
  dataDir: string,
  seen: SheetSeen,
  documents: { xlsx: Uint8Array; docx: Uint8Array },
): Promise<BundleEntry[]> {
  const entries: BundleEntry[] = [
    { path: 'Bảng điểm.xlsx', from: { bytes: documents.xlsx } },
    { path: 'Báo cáo.docx', from: { bytes: documents.docx } },
  ]
  const index = [`${seen.sheet.unitName} – ${seen.campaign.name}`, '']
  for (const line of seen.lines) {
    const folder = entryName(`${line.item.code} ${line.item.name}`, 60)
    const points = standingPoints(line.score)
    index.push(`${line.item.code}. ${line.item.name}`)
    index.push(`   ${points === null ? '–' : showPoints(points)} điểm. ${line.score.why.vi}`)
    const { files, links } = await piecesOf(db, provinceId, dataDir, seen, line)
    for (const file of files) {
      entries.push({ path: `${folder}/${file.name}`, from: { file: file.path } })
      index.push(`   - ${file.name} (SHA-256 ${file.sha256})`)
    }
    for (const link of links) index.push(`   - ${link}`)
    if (links.length > 0) entries.push({ path: `${folder}/Liên kết.txt`, from: { bytes: textBytes(links) } })
    index.push('')
  }
  return [{ path: 'Mục lục.txt', from: { bytes: textBytes(index) } }, ...entries]
}

async function piecesOf(
  db: DbOrTx,
  provinceId: number,
  dataDir: string,
  seen: SheetSeen,
  { item }: SheetLine,
) {
  const files: { name: string; path: string; sha256: string }[] = []
  const links: string[] = []
  for (const proof of seen.proofs.byItem.get(item.code) ?? []) {
    if (proof.fileId === null) {
      links.push(`${proof.caption}: ${proof.url ?? ''}`)
      continue
    }
    const file = await fileById(db, provinceId, proof.fileId)
    if (!file || !existsSync(storedPath(dataDir, file.sha256))) continue
    const number = String(files.length + 1).padStart(2, '0')
    const name = `${number} ${entryName(proof.caption, 60).replace(/\.\w{1,5}$/, '')}.${file.kind}`
    files.push({ name, path: storedPath(dataDir, file.sha256), sha256: file.sha256 })
  }
  return { files, links }
}

/** Windows' editor knows UTF-8 by its mark, and lines by '\r\n'. */
function textBytes(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}
