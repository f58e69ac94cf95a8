import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import { catalogueOf, offered } from '../../plans/plans.ts'

interface Labels {
  themeCodes: readonly string[]
  audienceCodes: readonly string[]
}

/** Refuses (`invalid`) labels that the catalogue does not offer; what stood there before may stay, retired or not. */
export async function refuseUnknownLabels(
  tx: Tx,
  provinceId: number,
  input: Labels,
  was: Labels | null,
): Promise<void> {
  if (input.themeCodes.length + input.audienceCodes.length === 0) return
  const { themes, audiences } = await catalogueOf(tx, provinceId)
  const isOffered = (list: typeof audiences, kept: readonly string[], codes: readonly string[]) => {
    const known = new Set(offered(list, kept).map((l) => l.code))
    return codes.every((code) => known.has(code) || kept.includes(code))
  }
  const faults: Fault[] = []
  if (!isOffered(themes, was?.themeCodes ?? [], input.themeCodes))
    faults.push({
      field: 'themeCodes',
      vi: 'Chọn nội dung tuyên truyền trong danh mục đang dùng.',
      en: 'Choose themes that the catalogue offers.',
    })
  if (!isOffered(audiences, was?.audienceCodes ?? [], input.audienceCodes))
    faults.push({
      field: 'audienceCodes',
      vi: 'Chọn đối tượng trong danh mục đang dùng.',
      en: 'Choose audiences that the catalogue offers.',
    })
  if (faults.length > 0) throw invalid(faults)
}
