import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import { documentName, type LegalDocument } from '../../legal/document.ts'
import { citeDocument, documentsById, documentsWhere } from '../../legal/legal.ts'
import {
  type DocumentValidity,
  type Facts,
  type PublicationKind,
  publicationAddress,
} from '../../publishing/publication.ts'
import { noteValidity, publishedDocuments } from '../../publishing/publishing.ts'
import type { Version } from '../item.ts'
import { factName } from './facts-form.ts'
import type { LoadedItem } from './loading.ts'
import { updateFacts } from './versions.sql.ts'

/** Entries of the register, by which a writer chooses one. */
export async function documentChoices(db: DbOrTx, provinceId: number, kind: PublicationKind) {
  if (kind !== 'directing_document') return []
  const { documents } = await documentsWhere(db, provinceId, {}, 1_000)
  return documents.map((d) => ({
    value: String(d.id),
    label: d.title && d.number ? `${documentName(d)}: ${d.title.slice(0, 90)}` : documentName(d),
  }))
}

/** Facts with what the register knows of the chosen document in place of what was typed. */
export async function factsFromLibrary(
  db: DbOrTx,
  provinceId: number,
  kind: PublicationKind,
  facts: Facts,
): Promise<Facts> {
  const id = facts['libraryId']
  if (kind !== 'directing_document' || typeof id !== 'number') return facts
  const document = (await documentsById(db, provinceId, [id])).get(id)
  if (!document)
    throw invalid([
      {
        field: factName({ name: 'libraryId' }),
        vi: 'Văn bản này không có trong danh mục. Chọn lại.',
        en: 'The register has no such document. Choose again.',
      },
    ])
  const known = {
    ...{ number: document.number, day: document.issued, issuer: document.issuer },
    ...{ documentKind: document.type, effective: document.inForceFrom },
  }
  return {
    ...facts,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
  } as Facts
}

/** A document whose number and kind were typed is found in the register, or entered there: nobody types it again. */
export async function enteredInLibrary(tx: Tx, item: LoadedItem, version: Version): Promise<Version> {
  const { facts } = version
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null)
  const [number, type] = [text('number'), text('documentKind')]
  if (item.kind !== 'directing_document' || number === null || type === null) return version
  // Of a chosen one, what its entry left open is completed.
  const libraryId = await citeDocument(tx, item.provinceId, {
    ...{ type, number, issued: text('day'), issuer: text('issuer') },
    title: item.translationOf === null ? version.title : null,
  })
  if (libraryId === facts['libraryId']) return version
  const linked = { ...facts, libraryId }
  await updateFacts(tx, item.provinceId, item.id, version.number, linked)
  return { ...version, facts: linked }
}

/** Tells the portal of each public document since when and until when it holds, and what replaced it. */
export async function followLibrary(tx: Tx, provinceId: number): Promise<void> {
  const published = await publishedDocuments(tx, provinceId)
  const addresses = new Map(
    published
      .filter((p) => p.language === 'vi')
      .map((p) => [p.documentId, publicationAddress({ kind: 'directing_document', slug: p.slug })]),
  )
  const register = await withSuccessors(
    tx,
    provinceId,
    published.map((p) => p.documentId),
  )
  for (const { publicationId, documentId, effective } of published) {
    const document = register.get(documentId)
    if (!document) continue
    const validity = validityOf(document, effective, register, addresses)
    await noteValidity(tx, provinceId, publicationId, validity)
  }
}

async function withSuccessors(tx: Tx, provinceId: number, ids: readonly number[]) {
  const found = new Map<number, LegalDocument>()
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    for (const [id, document] of await documentsById(tx, provinceId, wanted)) found.set(id, document)
    const next = [...found.values()].flatMap((d) => (d.replacedById === null ? [] : [d.replacedById]))
    wanted = [...new Set(next)].filter((id) => !found.has(id))
  }
  return found
}

function validityOf(
  document: LegalDocument,
  effective: Day | null,
  register: ReadonlyMap<number, LegalDocument>,
  addresses: ReadonlyMap<number, string>,
): DocumentValidity {
  const chain: LegalDocument[] = []
  // The register refuses circles; the length is a second bolt.
  for (let at = document.replacedById; at !== null && chain.length < 20; ) {
    const next = register.get(at)
    if (!next) break
    chain.push(next)
    at = next.replacedById
  }
  const replacedBy = chain.map((d) => ({
    ...{ name: documentName(d), title: d.title ?? '' },
    address: addresses.get(d.id) ?? null,
  }))
  return { from: document.inForceFrom ?? effective, to: document.inForceTo, replacedBy }
}
