import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { type FigureValue, figureValue, reportAddress } from '../../report.ts'
import type { FigureDefinition } from '../../template.ts'
import type { ReportHead } from '../showing.ts'
import type { SourceActivity } from '../sources.sql.ts'
import { texts } from '../writing.texts.ts'
import { shownNumber, withUnit } from './numbers.ts'
import { SourceList } from './section-sources.tsx'

export interface FigurePageProps {
  head: ReportHead
  figure: FigureDefinition
  /** Of a row of a table: its name. */
  rowLabel: { vi: string; en: string } | null
  rowCode: string
  sectionCode: string
  value: FigureValue
  how: { vi: string; en: string }
  activities: readonly SourceActivity[]
  mayChange: boolean
  kept?: { values: FormValues; faults: readonly Fault[] } | undefined
}

/** One figure: where it comes from, the activities behind it, and the way to put another value in its place. */
export function FigurePage(props: FigurePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { figure, value, head, kept } = props
  const say = (n: number | null) => {
    const shown = shownNumber(n, figure.decimals)
    return shown === null ? null : withUnit(shown, figure.unit, locale)
  }
  return (
    <>
      {kept && <ErrorSummary faults={kept.faults} />}
      <PageHead
        kicker={`${head.unitName} · ${head.period[locale]}`}
        title={props.rowLabel ? `${figure.label[locale]}: ${props.rowLabel[locale]}` : figure.label[locale]}
        lead={say(figureValue(value)) ?? t.none}
        actions={
          <ButtonLink
            kind="secondary"
            href={`${reportAddress(head.file.report.id)}/figures/${figure.code}/sources${props.rowCode === '' ? '' : `?row=${props.rowCode}`}`}
          >
            {t.whatIsBehind}
          </ButtonLink>
        }
      />
      <Panel>
        <SummaryList
          facts={[
            { label: t.howComputed, value: props.how[locale] },
            { label: t.valueComputed, value: say(value.computed) },
            ...(value.manual === null ? [] : [{ label: t.valueManual, value: say(value.manual) }]),
            ...(value.reason
              ? [{ label: t.reason, value: `${value.reason} (${value.changedByName ?? ''})` }]
              : []),
          ]}
        />
      </Panel>
      {props.mayChange && <Override {...props} />}
      {figure.source.kind === 'activities' && (
        <Panel title={t.countedActivities(props.activities.length)}>
          {props.activities.length > 0 ? (
            <SourceList activities={props.activities} />
          ) : (
            <p class="soft">{t.noSources}</p>
          )}
        </Panel>
      )}
    </>
  )
}

/** Another value in the place of the computed one, with its reason; or of a figure that only people know. */
function Override({ head, figure, value, kept, rowCode, sectionCode }: FigurePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const address = reportAddress(head.file.report.id)
  const stored = {
    value: value.manual === null ? '' : String(value.manual).replace('.', ','),
    reason: value.reason ?? '',
  }
  return (
    <Panel title={t.valueManual}>
      <Form
        action={`${address}/figures/${figure.code}`}
        values={kept?.values ?? stored}
        faults={kept?.faults}
      >
        <input type="hidden" name="row" value={rowCode} />
        <input type="hidden" name="revision" value={String(value.revision)} />
        <NumberInput name="value" label={t.valueManual} hint={t.valueManualHint} width="m" optional />
        {figure.source.kind !== 'manual' && (
          <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} limit={500} optional />
        )}
        <ButtonGroup>
          <Button>{t.useValue}</Button>
          <ButtonLink kind="quiet" href={`${address}#s-${sectionCode}`}>
            {t.backToReport}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Panel>
  )
}
