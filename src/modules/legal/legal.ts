import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { forbidden, invalid, notFound } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { type Citation, documentKey, type LegalDocument } from './document.ts'
import { described } from './legal.jobs.ts'
import { canKeepDocuments } from './legal.policy.ts'
import {
  type DocumentFilter,
  insertDocument,
  selectByKey,
  selectByKeyStart,
  selectDocument,
  selectDocuments,
  selectDocumentsById,
  selectTypes,
  updateDocument,
} from './legal.sql.ts'

/**
 * The id of the document a plan cites: the one that is known already, or a new one. A later citation that knows
 * more (day, issuer, title) completes what an earlier one left open; it never overwrites.
 */
export async function citeDocument(tx: Tx, provinceId: number, citation: Citation): Promise<number> {
  const key = documentKey(citation)
  const known = await knownDocument(tx, provinceId, citation, key)
  if (!known) return insertDocument(tx, provinceId, key, citation)
  const { id, ...was } = known
  const fuller = {
    ...was,
    issued: was.issued ?? citation.issued,
    issuer: was.issuer ?? citation.issuer,
    title: was.title ?? citation.title,
  }
  if (fuller.issued !== was.issued || fuller.issuer !== was.issuer || fuller.title !== was.title) {
    await updateDocument(tx, provinceId, id, documentKey(fuller), fuller)
  }
  return id
}

async function knownDocument(
  tx: Tx,
  provinceId: number,
  citation: Citation,
  key: string,
): Promise<LegalDocument | null> {
  const exact = await selectByKey(tx, provinceId, key)
  if (exact || citation.number === null) return exact
  const undated = documentKey({ ...citation, issued: null })
  if (citation.issued) return selectByKey(tx, provinceId, undated)
  // Cited without its day: only when one document alone has this number is it surely the one meant.
  const same = await selectByKeyStart(tx, provinceId, undated)
  return same.length === 1 ? (same[0] ?? null) : null
}

export async function documentById(db: DbOrTx, provinceId: number, id: number): Promise<LegalDocument> {
  const document = await selectDocument(db, provinceId, id)
  if (!document) throw notFound()
  return document
}

export async function documentsById(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<Map<number, LegalDocument>> {
  const documents = await selectDocumentsById(db, provinceId, ids)
  return new Map(documents.map((d) => [d.id, d]))
}

export async function documentsWhere(
  db: DbOrTx,
  provinceId: number,
  filter: DocumentFilter,
  limit = 50,
  offset = 0,
): Promise<{ documents: LegalDocument[]; total: number; types: string[] }> {
  const found = await selectDocuments(db, provinceId, filter, limit, offset)
  return { ...found, types: await selectTypes(db, provinceId) }
}

export interface DocumentFacts {
  issued: Day | null
  issuer: string | null
  title: string | null
  inForceFrom: Day | null
  inForceTo: Day | null
  replacedById: number | null
}

/** Enters what is known of a document: title, validity, what replaced it. Refuses days in the wrong order and circles. */
export async function describeDocument(
  tx: Tx,
  actor: Actor,
  id: number,
  facts: DocumentFacts,
  now: Date,
): Promise<void> {
  const was = await documentById(tx, actor.provinceId, id)
  if (!canKeepDocuments(actor)) {
    throw forbidden(
      'Chỉ cơ quan chủ trì của tỉnh hoặc biên tập viên cập nhật danh mục văn bản.',
      'Only the lead agency of the province or an editor keeps the register of documents.',
    )
  }
  if (facts.inForceFrom && facts.inForceTo && facts.inForceTo <= facts.inForceFrom) {
    throw invalid([
      {
        field: 'inForceTo',
        vi: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
        en: 'The end must come after the beginning.',
      },
    ])
  }
  await refuseCircle(tx, actor.provinceId, id, facts.replacedById)
  const becomes = { ...was, ...facts }
  await updateDocument(tx, actor.provinceId, id, documentKey(becomes), becomes)
  await recordChange(tx, actor, now, {
    verb: 'legal.describe',
    subject: { kind: 'legal_document', id },
    before: was,
    after: becomes,
  })
  await queueJob(tx, actor.provinceId, described, { documentId: id })
}

async function refuseCircle(
  tx: Tx,
  provinceId: number,
  id: number,
  replacedById: number | null,
): Promise<void> {
  const seen = new Set([id])
  for (let next = replacedById; next !== null; ) {
    if (seen.has(next)) {
      throw invalid([
        {
          field: 'replacedById',
          vi: 'Văn bản này đã (trực tiếp hoặc gián tiếp) thay thế chính văn bản đang sửa.',
          en: 'That document has itself been replaced by this one.',
        },
      ])
    }
    seen.add(next)
    next = (await documentById(tx, provinceId, next)).replacedById
  }
}
