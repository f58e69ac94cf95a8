import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, invalid } from '../../../lib/errors.ts'
import type { FigureDefinition } from '../template.ts'
import { selectFigures, writeManual } from './content.sql.ts'
import { definitionOf } from './content.ts'
import { fillFigures, windowOf } from './filling.ts'
import { forWriting } from './life.ts'
import { figureIn } from './parts.ts'

export interface FigureInput {
  figureCode: string
  rowCode: string
  /** Null takes the value that somebody put there away again. */
  value: number | null
  reason: string | null
  revision: number
}

/**
 * Puts values in place of computed ones, each with its reason, or fills in figures that only people know, and
 * computes formulas anew. Somebody faster is told, not overwritten.
 */
export async function setFigures(
  tx: Tx,
  actor: Actor,
  reportId: number,
  inputs: readonly FigureInput[],
  now: Date,
): Promise<void> {
  const { file, versionId } = await forWriting(tx, actor, reportId)
  const { provinceId } = actor
  const definition = await definitionOf(tx, provinceId, reportId)
  const stand = await selectFigures(tx, provinceId, versionId)
  for (const input of inputs) {
    const figure = figureIn(definition, input.figureCode)
    const before = stand.find((f) => f.figureCode === input.figureCode && f.rowCode === input.rowCode)
    if ((before?.manual ?? null) === input.value && (before?.reason ?? null) === input.reason) continue
    refuseUnlessSettable(figure, input)
    const change = { ...input, manual: input.value }
    if (!(await writeManual(tx, provinceId, versionId, change, actor.name)))
      throw conflict(
        `Số liệu “${figure.label.vi}” vừa được người khác sửa. Hãy mở lại để xem số mới.`,
        `Somebody else has just changed “${figure.label.en}”. Open it again to see the new value.`,
      )
    await recordChange(tx, actor, now, {
      verb: 'report.set_figure',
      subject: { kind: 'report', id: reportId },
      before: {
        figure: input.figureCode,
        row: input.rowCode,
        value: before?.manual ?? before?.computed ?? null,
      },
      after: { figure: input.figureCode, row: input.rowCode, value: input.value, reason: input.reason },
    })
  }
  await fillFigures(tx, provinceId, versionId, definition, await windowOf(tx, provinceId, file))
}

function refuseUnlessSettable(figure: FigureDefinition, input: FigureInput): void {
  if (figure.source.kind === 'formula')
    throw conflict(
      'Số này tính từ các số khác; hãy sửa số gốc.',
      'This figure is computed from others; change those.',
    )
  const needsReason = input.value !== null && figure.source.kind !== 'manual'
  if (needsReason && (input.reason ?? '').trim().length < 10)
    throw invalid([
      {
        field: 'reason',
        vi: 'Ghi rõ vì sao số này khác số chương trình tính (từ 10 ký tự).',
        en: 'Say why this figure differs from the computed one (10 characters or more).',
      },
    ])
}
