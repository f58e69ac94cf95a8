import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { Sheet } from '../../../../ui/sheet.tsx'
import { figureValue } from '../../report.ts'
import type { SectionContent, VersionContent } from '../content.ts'
import { numbersOf, type ReportHead } from '../showing.ts'
import { texts } from '../writing.texts.ts'
import { FigureTable } from './figure-table.tsx'
import { EvidenceLink } from './section-evidence.tsx'
import { OneFigure } from './section-figures.tsx'

/** A version as it looks on paper: only sections that say something. */
export function ReportPaper({ head, content }: { head: ReportHead; content: VersionContent }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const numbers = numbersOf(content.definition)
  const { nilReason } = content.version
  const address = `/reports/${head.file.report.id}/figures`
  return (
    <Sheet title={head.title[locale]} kicker={head.unitName}>
      {nilReason && (
        <p>
          <strong>{t.nilSaid}</strong> {nilReason}
        </p>
      )}
      {content.sections.map((section) => {
        const { definition, narrative } = section
        if (nilReason || saysNothing(section)) return null
        const figures = section.figures.filter((f) => figureValue(f) !== null)
        const text = narrative?.text ?? ''
        return (
          <section key={definition.code} class={`paper-section level-${definition.level}`}>
            <h2>
              {numbers.get(definition.code)} {definition.heading[locale]}
            </h2>
            {text ? <Paragraphs text={text} /> : figures.length === 0 && <p class="soft">{t.noText}</p>}
            {figures.length > 0 && (
              <dl class="figures">
                {definition.figures.map((figure, i) => {
                  const value = section.figures[i]
                  if (!value || figureValue(value) === null) return null
                  return (
                    <OneFigure
                      key={figure.code}
                      reportId={head.file.report.id}
                      figure={figure}
                      value={value}
                      mayChange={false}
                    />
                  )
                })}
              </dl>
            )}
            {definition.table && section.rows.length > 0 && (
              <FigureTable table={definition.table} rows={section.rows} address={address} />
            )}
            {section.evidence.length > 0 && (
              <p class="small">
                {t.evidence}:{' '}
                {section.evidence.map((e, i) => (
                  <span key={e.id}>
                    {i > 0 && '; '}
                    <EvidenceLink evidence={e} />
                  </span>
                ))}
              </p>
            )}
          </section>
        )
      })}
    </Sheet>
  )
}

/** An optional section in which nothing stands is not printed. */
function saysNothing(section: SectionContent): boolean {
  if (section.definition.narrative === 'required' || section.narrative?.text) return false
  return (
    !section.figures.some((f) => figureValue(f)) && section.rows.length === 0 && section.evidence.length === 0
  )
}

/** Lines as paragraphs; lines that begin with '- ' as a list. */
export function Paragraphs({ text }: { text: string }) {
  const blocks: (string | string[])[] = []
  for (const line of text.split('\n').filter((l) => l.trim())) {
    const item = /^\s*[-–•+]\s+(.*)$/.exec(line)
    const last = blocks.at(-1)
    if (item && Array.isArray(last)) last.push(item[1] ?? '')
    else blocks.push(item ? [item[1] ?? ''] : line)
  }
  return (
    <>
      {blocks.map((block, i) =>
        typeof block === 'string' ? (
          <p key={String(i)}>{block}</p>
        ) : (
          <ul key={String(i)} class="dashes">
            {block.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </>
  )
}
