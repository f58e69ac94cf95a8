import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { reportAddress } from '../../report.ts'
import { isLateNow, type ReportView } from '../showing.ts'
import { texts } from '../writing.texts.ts'

interface SubmitProps {
  view: ReportView
  kept?: { values: FormValues; faults: readonly Fault[] } | undefined
}

/** Handing in: where it goes, what is still missing, and the honest way when nothing happened. */
export function SubmitPanel({ view, kept }: SubmitProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { report } = view.file
  const action = `${reportAddress(report.id)}/submission`
  const proposed = view.content.sections.filter((s) => s.narrative?.proposed).length
  const { isEmpty, missing } = view.completeness
  return (
    <Panel title={t.submitTitle} id="submission">
      <div class="stack">
        <p>{t.submitTo(view.receiver)}</p>
        {isLateNow(view, report) && (
          <Notice tone="warn" small>
            {t.lateWarning(-view.daysLeft)}
          </Notice>
        )}
        {isEmpty ? (
          <Notice tone="bad" title={t.emptyWarning}>
            {t.emptyWarningWhy}
          </Notice>
        ) : (
          missing.length > 0 && (
            <Notice tone="info" small>
              {t.missingWarning}
            </Notice>
          )
        )}
        {proposed > 0 && !isEmpty && <p>{t.proposedLeft(proposed)}</p>}
        <Form action={action} values={kept?.values} faults={kept?.faults}>
          <TextArea name="note" label={t.note} rows={2} limit={1000} optional />
          <Button icon="send" kind={isEmpty ? 'danger' : 'primary'}>
            {t.submit}
          </Button>
        </Form>
        {view.nilPossible && (
          <Details summary={t.nilTitle} open={kept?.values['nilReason'] !== undefined}>
            <Form action={action} values={kept?.values} faults={kept?.faults}>
              <TextArea name="nilReason" label={t.nilReason} hint={t.nilHint} rows={3} limit={1000} />
              <Button kind="secondary">{t.submitNil}</Button>
            </Form>
          </Details>
        )}
      </div>
    </Panel>
  )
}
