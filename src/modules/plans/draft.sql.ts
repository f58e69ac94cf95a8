import type { Tx } from '../../lib/db/db.ts'
import type { Plan } from './plan.ts'
import type { CitationRole, PlanText, ReportDutyInput } from './plan-draft.ts'

type Head = Omit<
  Plan,
  'id' | 'provinceId' | 'state' | 'version' | 'issued' | 'issuedAt' | 'consultationCloses'
>

function headColumns(h: Partial<Head>) {
  return {
    ...(h.programmeId !== undefined && { programme_id: h.programmeId }),
    ...(h.kind !== undefined && { kind: h.kind }),
    ...(h.unitId !== undefined && { unit_id: h.unitId }),
    ...(h.year !== undefined && { year: h.year }),
    ...(h.yearTo !== undefined && { year_to: h.yearTo }),
    ...(h.parentPlanId !== undefined && { parent_plan_id: h.parentPlanId }),
    ...(h.embeddedInPlanId !== undefined && { embedded_in_plan_id: h.embeddedInPlanId }),
    ...(h.campaignId !== undefined && { campaign_id: h.campaignId }),
    ...(h.amendsPlanId !== undefined && { amends_plan_id: h.amendsPlanId }),
    ...(h.amendment !== undefined && { amendment: h.amendment }),
    ...(h.copiedFromPlanId !== undefined && { copied_from_plan_id: h.copiedFromPlanId }),
    ...(h.title !== undefined && { title: h.title }),
    ...(h.issuer !== undefined && { issuer: h.issuer }),
    ...(h.issuingBody !== undefined && { issuing_body: h.issuingBody }),
    ...(h.place !== undefined && { place: h.place }),
    ...(h.number !== undefined && { number: h.number }),
    ...(h.symbol !== undefined && { symbol: h.symbol }),
    ...(h.signer !== undefined && { signer: h.signer }),
    ...(h.signerTitle !== undefined && { signer_title: h.signerTitle }),
    ...(h.authority !== undefined && { authority: h.authority }),
    ...(h.annexTitle !== undefined && { annex_title: h.annexTitle }),
    ...(h.archiveLine !== undefined && { archive_line: h.archiveLine }),
  }
}

export type NewPlan = Partial<Head> &
  Pick<Head, 'programmeId' | 'kind' | 'unitId' | 'year' | 'yearTo' | 'title'>

export async function insertPlan(
  tx: Tx,
  provinceId: number,
  plan: NewPlan,
  by: number | null,
  at: Date,
): Promise<number> {
  const row = await tx
    .insertInto('plans.plan')
    .values({
      province_id: provinceId,
      programme_id: plan.programmeId,
      kind: plan.kind,
      unit_id: plan.unitId,
      year: plan.year,
      year_to: plan.yearTo,
      title: plan.title,
      created_by: by,
      created_at: at,
      ...headColumns(plan),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes what is given of the head and counts the version up. */
export async function updatePlan(
  tx: Tx,
  provinceId: number,
  id: number,
  change: Partial<Head> & Partial<Pick<Plan, 'state' | 'issued' | 'issuedAt' | 'consultationCloses'>>,
): Promise<void> {
  await tx
    .updateTable('plans.plan')
    .set((e) => ({
      ...headColumns(change),
      ...(change.state !== undefined && { state: change.state }),
      ...(change.issued !== undefined && { issued: change.issued }),
      ...(change.issuedAt !== undefined && { issued_at: change.issuedAt }),
      ...(change.consultationCloses !== undefined && { consultation_closes: change.consultationCloses }),
      version: e('version', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function insertSections(
  tx: Tx,
  provinceId: number,
  planId: number,
  sections: PlanText['sections'],
): Promise<void> {
  if (sections.length === 0) return
  await tx
    .insertInto('plans.section')
    .values(
      sections.map((s, position) => ({
        province_id: provinceId,
        plan_id: planId,
        position,
        kind: s.kind,
        heading: s.heading,
        body: s.body,
      })),
    )
    .execute()
}

export async function insertRecipients(
  tx: Tx,
  provinceId: number,
  planId: number,
  recipients: PlanText['recipients'],
): Promise<void> {
  if (recipients.length === 0) return
  await tx
    .insertInto('plans.recipient')
    .values(
      recipients.map((r, position) => ({
        province_id: provinceId,
        plan_id: planId,
        position,
        as_printed: r.asPrinted,
        unit_id: r.unitId,
      })),
    )
    .execute()
}

/** A document cited twice in one role is one citation; the first keeps its place. */
export async function insertCitation(
  tx: Tx,
  provinceId: number,
  planId: number,
  c: { documentId: number; position: number; asPrinted: string; role: CitationRole },
): Promise<void> {
  await tx
    .insertInto('plans.citation')
    .values({
      province_id: provinceId,
      plan_id: planId,
      document_id: c.documentId,
      position: c.position,
      as_printed: c.asPrinted,
      role: c.role,
    })
    .onConflict((on) => on.columns(['province_id', 'plan_id', 'document_id', 'role']).doNothing())
    .execute()
}

export async function insertReportDuties(
  tx: Tx,
  provinceId: number,
  planId: number,
  duties: readonly ReportDutyInput[],
): Promise<void> {
  if (duties.length === 0) return
  await tx
    .insertInto('plans.report_duty')
    .values(
      duties.map((d, position) => ({
        province_id: provinceId,
        plan_id: planId,
        position,
        period: d.period,
        due_as_printed: d.dueAsPrinted,
        due_rule: d.dueRule ? JSON.stringify(d.dueRule) : null,
        addressee_as_printed: d.addresseeAsPrinted,
        to_unit_id: d.toUnitId,
        via_unit_id: d.viaUnitId,
      })),
    )
    .execute()
}

/** Takes text and tasks out of a draft, so that they can be written anew. */
export async function clearText(
  tx: Tx,
  provinceId: number,
  planId: number,
  parts: readonly ('section' | 'recipient' | 'citation' | 'report_duty')[],
): Promise<void> {
  for (const part of parts) {
    await tx
      .deleteFrom(`plans.${part}`)
      .where('province_id', '=', provinceId)
      .where('plan_id', '=', planId)
      .execute()
  }
}
