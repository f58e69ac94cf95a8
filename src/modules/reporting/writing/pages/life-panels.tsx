import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { mayFollow, reportAddress } from '../../report.ts'
import { numbersOf, type ReportView } from '../showing.ts'
import { texts } from '../writing.texts.ts'

interface LifeProps {
  view: ReportView
  kept?: { form: string; values: FormValues; faults: readonly Fault[] } | undefined
}

/** What the reader can do with a report that was handed in. */
export function LifePanels({ view, kept }: LifeProps) {
  const { state } = view.file.report
  return (
    <>
      {view.mayReceive && state === 'submitted' && <Receive view={view} kept={kept} />}
      {view.mayWrite && mayFollow(state, 'signed') && <Sign view={view} kept={kept} />}
      {view.mayWrite && state === 'signed' && <Send view={view} />}
      {view.mayWrite && mayFollow(state, 'draft') && <Correct view={view} kept={kept} />}
    </>
  )
}

function keptOf(kept: LifeProps['kept'], form: string) {
  return kept?.form === form ? { values: kept.values, faults: kept.faults } : {}
}

function Receive({ view, kept }: LifeProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { definition } = view.content
  const numbers = numbersOf(definition)
  const address = reportAddress(view.file.report.id)
  return (
    <Panel title={t.receiveTitle}>
      <div class="stack">
        <Form action={`${address}/acceptance`}>
          <Button icon="check">{t.acceptReport}</Button>
        </Form>
        <Details summary={t.returnReport} open={kept?.form === 'return'}>
          <Form action={`${address}/return`} {...keptOf(kept, 'return')}>
            <TextArea name="reasons" label={t.reasons} rows={3} limit={1000} />
            <Details summary={t.remarksFor}>
              <div class="stack">
                {definition.sections.map((s) => (
                  <TextArea
                    key={s.code}
                    name={`remark-${s.code}`}
                    label={`${numbers.get(s.code) ?? ''} ${s.heading[locale]}`}
                    rows={2}
                    limit={500}
                    optional
                  />
                ))}
              </div>
            </Details>
            <Button kind="danger" icon="return">
              {t.returnReport}
            </Button>
          </Form>
        </Details>
      </div>
    </Panel>
  )
}

function Sign({ view, kept }: LifeProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Details summary={t.signTitle} open={kept?.form === 'signature'}>
      <Form action={`${reportAddress(view.file.report.id)}/signature`} {...keptOf(kept, 'signature')}>
        <TextInput name="symbol" label={t.symbol} hint={t.symbolHint} width="m" />
        <DateInput name="issuedDay" label={t.issuedDay} />
        <TextInput name="signer" label={t.signer} />
        <TextInput name="signerTitle" label={t.signerTitle} />
        <Button icon="stamp">{t.sign}</Button>
      </Form>
    </Details>
  )
}

function Send({ view }: LifeProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel>
      <Form action={`${reportAddress(view.file.report.id)}/sending`} bare>
        <Button icon="send">{t.send}</Button>
      </Form>
    </Panel>
  )
}

function Correct({ view, kept }: LifeProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Details summary={t.correctTitle} open={kept?.form === 'correction'}>
      <Form action={`${reportAddress(view.file.report.id)}/correction`} {...keptOf(kept, 'correction')}>
        <TextArea name="reason" id="correction-reason" label={t.correctReason} rows={3} limit={1000} />
        <Button kind="secondary" icon="edit">
          {t.correct}
        </Button>
      </Form>
    </Details>
  )
}
