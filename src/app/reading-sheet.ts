import type { SourceNote } from '../lib/documents/source.ts'
import type { PlanLabels } from '../modules/plans/plan-reading.ts'

type Line = readonly [label: string, value: string | null]

/** A reading as a sheet for a person at a terminal: the document, its tasks, and first of all what is in doubt. */
export function readingSheet(labels: PlanLabels, notes: readonly SourceNote[]): string {
  const head: Line[] = [
    ['Tên kế hoạch', labels.title],
    ['Số, ký hiệu', labels.number],
    ['Ngày ban hành', labels.issued],
    ['Cơ quan ban hành', labels.issuer],
    ['Năm', labels.year === null ? null : String(labels.year)],
    ['Người ký', [labels.signer, labels.signerTitle].filter(Boolean).join(', ') || null],
  ]
  return [
    ...head.map(([label, value]) => `${label.padEnd(18)}${value ?? '–'}`),
    ...part(
      `Cần xem lại (${labels.flags.length})`,
      labels.flags.map((f) => `${mark[f.severity]} ${where(f)}${f.vi}`),
    ),
    ...part(
      'Khi mở tệp',
      notes.map((n) => n.detail),
    ),
    ...part(`Căn cứ, văn bản viện dẫn (${labels.legalBasis.length})`, labels.legalBasis.map(basisLine)),
    ...part(`Nhiệm vụ (${labels.tasks.length})`, labels.tasks.flatMap(taskLines)),
    ...part(
      `Chế độ báo cáo (${labels.reportDeadlines.length})`,
      labels.reportDeadlines.map((d) => `${d.period}: ${d.due ?? 'không ghi thời hạn'} → ${d.to ?? '–'}`),
    ),
    ...part(`Nơi nhận (${labels.recipients.length})`, labels.recipients),
  ].join('\n')
}

const mark = { error: '!!', warning: '! ', note: '  ' } as const

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((l) => `  ${l}`)]
}

function where(flag: PlanLabels['flags'][number]): string {
  return flag.task === null ? '' : `Nhiệm vụ ${flag.task + 1}: `
}

function basisLine(d: PlanLabels['legalBasis'][number]): string {
  const name = d.number ? `${d.type} số ${d.number}` : (d.name ?? d.type)
  return `${name}${d.issued ? ` ngày ${d.issued}` : ''}${d.issuer ? ` của ${d.issuer}` : ''}`
}

function taskLines(
  task: PlanLabels['tasks'][number],
  index: number,
  all: readonly PlanLabels['tasks'][number][],
): string[] {
  const heading = task.section !== all[index - 1]?.section && task.section ? [`[${task.section}]`] : []
  const facts: Line[] = [
    ['chủ trì', task.lead.join('; ') || null],
    ['phối hợp', task.coordinating.join('; ') || null],
    ['thời gian', task.time],
  ]
  return [
    ...heading,
    `${String(index + 1).padStart(3)}. ${task.ordinal ? `(${task.ordinal}) ` : ''}${task.content}`,
    ...facts
      .filter(([, value]) => value !== null)
      .map(([label, value]) => `       ${label.padEnd(11)}${value}`),
  ]
}
