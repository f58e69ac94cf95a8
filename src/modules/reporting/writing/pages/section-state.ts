import { words } from '../../../../lib/text/words.ts'
import { figureValue } from '../../report.ts'
import type { SectionContent } from '../content.ts'
import type { ReportView } from '../showing.ts'
import { texts } from '../writing.texts.ts'
import { missingWords } from './missing-words.ts'

/** How a section stands, in a tone and a few words. */
export function sectionState(
  view: Pick<ReportView, 'completeness' | 'content'>,
  section: SectionContent,
  locale: 'vi' | 'en',
): { tone: 'good' | 'warn' | 'quiet'; text: string } {
  const t = words(texts, locale)
  const { definition } = section
  const missing = view.completeness.missing.filter((m) => m.sectionCode === definition.code)
  if (missing.length > 0) {
    const all = missing.map((m) => missingWords(view.content.definition, m, locale)).join('; ')
    return { tone: 'warn', text: `${t.lacks}: ${all}` }
  }
  const asks = definition.narrative === 'required' || definition.evidence === 'required'
  const has =
    section.narrative?.text || section.figures.some((f) => figureValue(f)) || section.rows.length > 0
  return asks || has ? { tone: 'good', text: t.filled } : { tone: 'quiet', text: t.optionalEmpty }
}
