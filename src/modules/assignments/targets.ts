import { bare } from '../../lib/text/bare.ts'
import type { Target } from '../plans/plan.ts'

/** A target of the plan beside what has been reached. */
export interface TargetState {
  asPrinted: string
  unit: string | null
  wanted: number
  actual: number
}

/** What of an activity a target is held against. */
export interface DoneToward {
  formCode: string
  /** Counted by the program from what it knows, not reported by somebody. */
  byProgram: boolean
  figures: { quantity?: number; copies?: number }
}

/**
 * What activities have reached of each counted target; 'ít nhất 01 đến 02 tiểu phẩm' is met from its minimum on
 * (YB-22). Shares ('100 %') are not counted here: they are the share of assignments done (HG-12), which boards show.
 */
export function targetStates(targets: readonly Target[], done: readonly DoneToward[]): TargetState[] {
  return targets.flatMap((target) => {
    const wanted = target.minimum ?? target.maximum
    if (wanted === null || wanted <= 0 || target.unit === '%') return []
    const actual = done.reduce((sum, d) => sum + toward(d, target.unit ?? '', wanted), 0)
    return [{ asPrinted: target.asPrinted, unit: target.unit, wanted, actual }]
  })
}

/**
 * A person types a quantity in the plan's own measure, so it counts as typed. Where nobody typed one, and for what the
 * program counted, the form has to be what the target asks for: news of a play is no play.
 */
function toward({ formCode, byProgram, figures }: DoneToward, unit: string, wanted: number): number {
  const { quantity, copies } = figures
  if (!byProgram && quantity !== undefined) return quantity
  const measure = measureOf(unit)
  if (byProgram ? !measure?.forms.includes(formCode) : measure && !measure.forms.includes(formCode)) return 0
  if (!measure?.inCopies) return quantity ?? 1
  // '5.000 tờ gấp' are copies; '02 tờ gấp' are leaflets to be made, and handing them out makes no third.
  if (wanted >= 100) return copies ?? quantity ?? 1
  return byProgram ? 0 : 1
}

interface Measure {
  words: RegExp
  forms: readonly string[]
  inCopies?: true
}

const told = ['news', 'reportage', 'portal', 'radio', 'television', 'loudspeaker', 'social_media', 'column']
const aired = ['loudspeaker', 'radio', 'television', 'electronic_board']
const met = ['conference', 'meeting', 'seminar', 'dialogue', 'training', 'embedded_course', 'stage']

/** Units of targets (as src/modules/plans/reading/targets.ts finds them) and the forms that can fulfil them. */
const measures: readonly Measure[] = [
  { words: /^tieu pham/, forms: ['stage'] },
  { words: /^phong su/, forms: ['reportage', 'television', 'radio'] },
  { words: /^(tin|bai)\b/, forms: told },
  { words: /^(chuyen muc|chuyen trang|chuyen de|chuong trinh)/, forms: ['column', 'radio', 'television'] },
  { words: /^(toa dam|phong van)/, forms: ['seminar', 'news', 'radio', 'television'] },
  { words: /^lop/, forms: ['training', 'embedded_course'] },
  { words: /^hoi nghi/, forms: ['conference', 'meeting'] },
  { words: /^(cuoc thi|hoi thi)/, forms: ['contest', 'online_contest', 'press_award'] },
  { words: /^(video|clip)/, forms: ['portal', 'television', 'social_media', 'digital_publication'] },
  { words: /^infographic/, forms: ['digital_publication', 'visual', 'social_media', 'portal'] },
  { words: /^podcast/, forms: ['radio', 'digital_publication', 'social_media'] },
  { words: /^(pano|pa no|bang ron|ap phich|khau hieu)/, forms: ['visual', 'electronic_board'] },
  { words: /^(to roi|to gap|to)\b/, forms: ['leaflet'], inCopies: true },
  { words: /^(cuon|quyen|so tay)\b/, forms: ['handbook', 'library'], inCopies: true },
  {
    words: /^(an pham|ban)\b/,
    forms: ['leaflet', 'handbook', 'visual', 'digital_publication'],
    inCopies: true,
  },
  { words: /^(buoi|dot|luot|lan)\b/, forms: [...met, ...aired, 'cheer_information', 'library'] },
]

function measureOf(unit: string): Measure | undefined {
  const plain = bare(unit).trim()
  return measures.find((m) => m.words.test(plain))
}
