import { addDays } from '../../lib/calendar/day.ts'
import { followLibrary } from '../../modules/editorial/items/library.ts'
import { citeDocument, describeDocument, documentsWhere } from '../../modules/legal/legal.ts'
import type { Facts } from '../../modules/publishing/publication.ts'
import { publishedDocuments } from '../../modules/publishing/publishing.columns.ts'
import type { Stage } from './stage.ts'

/** Facts of a shown document with its entry in the register, where it has a number. */
export async function entered({ tx, provinceId }: Stage, title: string, facts: Facts): Promise<Facts> {
  const { number, documentKind, day, issuer } = facts
  if (typeof number !== 'string' || typeof documentKind !== 'string') return facts
  const citation = { number, type: documentKind, title, issued: String(day), issuer: String(issuer) }
  return { ...facts, libraryId: await citeDocument(tx, provinceId, citation) }
}

/** The register says of the documents on the portal that they hold; of one, that a newer one stands in its place. */
export async function playLibrary(stage: Stage): Promise<void> {
  const { tx, provinceId, today, now } = stage
  const { documents } = await documentsWhere(tx, provinceId, {}, 1_000)
  const newer = documents.find((d) => d.number === '07/CT-UBND')
  const shown = new Set((await publishedDocuments(tx, provinceId)).map((p) => p.documentId))
  for (const { id, number, issued, issuer, title } of documents.filter((d) => shown.has(d.id))) {
    const isOld = number === '05/CT-UBND' && newer !== undefined
    const days = { inForceFrom: issued, inForceTo: isOld ? addDays(today, -30) : null }
    const facts = { issued, issuer, title, ...days, replacedById: isOld ? newer.id : null }
    await describeDocument(tx, stage.person('tam'), id, facts, now)
  }
  await followLibrary(tx, provinceId)
}
