import type { Locale } from '../../../../lib/actor.ts'
import { words } from '../../../../lib/text/words.ts'
import type { TemplateDefinition } from '../../template.ts'
import type { Missing } from '../completeness.ts'
import { texts } from '../writing.texts.ts'

/** What is missing, in a few words: 'nội dung mới 4/12 tiếng có nghĩa'. */
export function missingWords(definition: TemplateDefinition, m: Missing, locale: Locale): string {
  const t = words(texts, locale)
  if (m.kind === 'evidence') return t.evidenceMissing
  if (m.kind === 'figure') {
    const all = definition.sections.flatMap((s) => s.figures)
    return t.figureMissing(all.find((f) => f.code === m.figureCode)?.label[locale] ?? m.figureCode ?? '')
  }
  if (m.has >= Math.max(1, m.asked)) return t.narrativeBlank
  return m.has === 0 ? t.narrativeNone : t.narrativeShort(m.has, m.asked)
}
