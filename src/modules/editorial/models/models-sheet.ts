import type { Bilingual } from '../../../lib/http/route.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import type { Adoption, ModelRow } from './model.ts'
import { modelKindWords, stageWords } from './models.texts.ts'

const modelColumns: readonly SheetColumn[] = [
  { key: 'name', title: 'Tên mô hình, cách làm', kind: 'text', width: 50 },
  { key: 'kind', title: 'Loại', kind: 'text', width: 18 },
  { key: 'subject', title: 'Tập thể, cá nhân', kind: 'text', width: 34 },
  { key: 'unit', title: 'Đơn vị', kind: 'text', width: 30 },
  { key: 'topic', title: 'Lĩnh vực', kind: 'text', width: 28 },
  { key: 'since', title: 'Thực hiện từ', kind: 'date', width: 14 },
  { key: 'about', title: 'Cách làm', kind: 'text', width: 60 },
  { key: 'result', title: 'Kết quả', kind: 'text', width: 40 },
  { key: 'inUse', title: 'Đang áp dụng', kind: 'number', width: 12 },
  { key: 'trying', title: 'Làm thử', kind: 'number', width: 12 },
  { key: 'studying', title: 'Đang tìm hiểu', kind: 'number', width: 12 },
  { key: 'stopped', title: 'Đã dừng', kind: 'number', width: 12 },
  { key: 'address', title: 'Minh chứng', kind: 'text', width: 34 },
]

const adoptionColumns: readonly SheetColumn[] = [
  { key: 'model', title: 'Mô hình', kind: 'text', width: 50 },
  { key: 'unit', title: 'Đơn vị áp dụng', kind: 'text', width: 34 },
  { key: 'stage', title: 'Mức áp dụng', kind: 'text', width: 18 },
  { key: 'since', title: 'Từ ngày', kind: 'date', width: 14 },
  { key: 'result', title: 'Kết quả', kind: 'text', width: 50 },
  { key: 'address', title: 'Minh chứng', kind: 'text', width: 34 },
]

/** The register as a workbook: the models, and who took them over. */
export function modelsSheet(
  models: readonly ModelRow[],
  adoptions: readonly Adoption[],
  unitNames: ReadonlyMap<number, string>,
  topics: readonly (Bilingual & { code: string })[],
): Promise<Uint8Array> {
  const unit = (id: number) => unitNames.get(id) ?? ''
  const modelRows = models.map((m) => ({
    ...{ name: m.name, kind: modelKindWords[m.kind].vi, subject: m.subject, unit: unit(m.unitId) },
    ...{ topic: topics.find((x) => x.code === m.topic)?.vi ?? '', since: m.sinceDay, about: m.about },
    ...{ result: m.result, inUse: m.adopters.in_use, trying: m.adopters.trying },
    ...{ studying: m.adopters.studying, stopped: m.adopters.stopped, address: m.address },
  }))
  const adoptionRows = adoptions.map((a) => ({
    model: models.find((m) => m.id === a.modelId)?.name ?? '',
    ...{ unit: unit(a.unitId), stage: stageWords[a.stage].vi, since: a.sinceDay },
    ...{ result: a.result, address: a.address },
  }))
  return writeSheet({
    format: 'xlsx',
    sheets: [
      { name: 'Mô hình', columns: modelColumns, rows: modelRows },
      { name: 'Nơi áp dụng', columns: adoptionColumns, rows: adoptionRows },
    ],
  })
}
