import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { type FigureValue, figureValue, reportAddress } from '../../report.ts'
import type { FigureDefinition } from '../../template.ts'
import type { SectionContent } from '../content.ts'
import { texts } from '../writing.texts.ts'
import { shownNumber, withUnit } from './numbers.ts'

interface FiguresProps {
  reportId: number
  section: SectionContent
  kept?: { values: FormValues; faults: readonly Fault[] } | undefined
}

/** Figures of a section: computed ones with the way to change them, those that people know as fields. */
export function SectionFigures({ reportId, section, kept }: FiguresProps) {
  const pairs = section.figures.map((value, i) => ({ value, figure: section.definition.figures[i] }))
  const computed = pairs.filter((p) => p.figure && p.figure.source.kind !== 'manual')
  const typed = pairs.filter((p) => p.figure?.source.kind === 'manual')
  return (
    <>
      {computed.length > 0 && (
        <dl class="figures">
          {computed.map(({ value, figure }) =>
            figure ? (
              <OneFigure key={figure.code} reportId={reportId} figure={figure} value={value} mayChange />
            ) : null,
          )}
        </dl>
      )}
      {typed.length > 0 && <TypedFigures reportId={reportId} section={section} pairs={typed} kept={kept} />}
    </>
  )
}

interface OneFigureProps {
  reportId: number
  figure: FigureDefinition
  value: FigureValue
  mayChange: boolean
}

export function OneFigure({ reportId, figure, value, mayChange }: OneFigureProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const shown = shownNumber(figureValue(value), figure.decimals)
  const isSet = value.manual !== null && figure.source.kind !== 'manual'
  return (
    <div class="figure">
      <dt>{figure.label[locale]}</dt>
      <dd>
        <strong>{shown === null ? t.none : withUnit(shown, figure.unit, locale)}</strong>
        {isSet && (
          <span class="soft small">
            {' '}
            {t.overridden}; {t.computed(shownNumber(value.computed, figure.decimals) ?? t.none)}
            {value.reason && ` (${value.reason})`}
          </span>
        )}
        {mayChange && figure.source.kind !== 'formula' && (
          <a class="small no-print" href={`${reportAddress(reportId)}/figures/${figure.code}`}>
            {t.change}
            <span class="visually-hidden"> {figure.label[locale]}</span>
          </a>
        )}
      </dd>
    </div>
  )
}

interface TypedProps extends FiguresProps {
  pairs: readonly { value: FigureValue; figure: FigureDefinition | undefined }[]
}

function TypedFigures({ reportId, section, pairs, kept }: TypedProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { code } = section.definition
  const stored = Object.fromEntries(
    pairs.map(({ value }) => [
      value.figureCode,
      (value.manual === null ? '' : String(value.manual)).replace('.', ','),
    ]),
  )
  return (
    <Form
      action={`${reportAddress(reportId)}/sections/${code}/figures`}
      values={kept?.values ?? stored}
      faults={kept?.faults}
    >
      <div class="typed-figures">
        {pairs.map(({ figure, value }) =>
          figure ? (
            <div key={figure.code}>
              <input type="hidden" name={`revision-${figure.code}`} value={String(value.revision)} />
              <NumberInput
                name={figure.code}
                label={
                  figure.unit ? `${figure.label[locale]} (${figure.unit[locale]})` : figure.label[locale]
                }
                optional={!figure.required}
                width="s"
              />
            </div>
          ) : null,
        )}
      </div>
      <Button kind="secondary" small>
        {t.saveFigures}
        <span class="visually-hidden">: {section.definition.heading[locale]}</span>
      </Button>
    </Form>
  )
}
