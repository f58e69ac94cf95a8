import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import type { Consequence } from '../consequences.ts'
import type { LineFault } from '../exchange.ts'
import { exchangeTexts } from '../organisations-exchange.texts.ts'
import { fieldTexts } from '../organisations-forms.texts.ts'
import { Consequences } from './preview-page.tsx'

export interface ImportPreviewPageProps {
  fileId: number
  fileName: string
  day: Day
  rows: number
  consequences: readonly Consequence[]
  faults: readonly LineFault[]
  values: FormValues
}

const order = ['begins', 'ends', 'renamed', 'moved', 'altered', 'function', 'joins', 'leaves'] as const

export function ImportPreviewPage(props: ImportPreviewPageProps) {
  const { fileId, fileName, day, rows, consequences, faults, values } = props
  const { locale } = useRequest()
  const e = words(exchangeTexts, locale)
  const byKind = Map.groupBy(consequences, (c) => c.kind)
  return (
    <>
      <PageHead
        title={e.previewTitle}
        lead={`${e.read(rows, fileName)} ${fieldTexts.day[locale]} ${showDay(day)}.`}
      />
      {faults.length > 0 && <Faults faults={faults} />}
      {faults.length === 0 && consequences.length === 0 && <Notice tone="info">{e.nothing}</Notice>}
      {order.map((kind) => {
        const own = byKind.get(kind)
        return (
          own && (
            <Panel title={`${e[kind]} (${own.length})`} key={kind}>
              {own.length > 20 ? (
                <Details summary={`${e[kind]} (${own.length})`}>
                  <Consequences consequences={own} />
                </Details>
              ) : (
                <Consequences consequences={own} />
              )}
            </Panel>
          )
        )
      })}
      <Form action="/organisations/exchange/application">
        <input type="hidden" name="fileId" value={fileId} />
        {Object.entries(values).map(([name, value]) =>
          name === 'fileId' ? null : <input type="hidden" name={name} value={String(value)} key={name} />,
        )}
        <ButtonGroup>
          {faults.length === 0 && consequences.length > 0 && <Button>{e.apply}</Button>}
          <ButtonLink kind="quiet" href="/organisations/exchange">
            {e.otherFile}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Faults({ faults }: { faults: readonly LineFault[] }) {
  const { locale } = useRequest()
  const e = words(exchangeTexts, locale)
  const columns = [
    { key: 'line', label: e.line, main: true, cell: (f: LineFault) => (f.line === 0 ? e.whole : f.line) },
    { key: 'fault', label: e.fault, cell: (f: LineFault) => f[locale] },
  ]
  return (
    <Panel title={e.faultsTitle(faults.length)}>
      <Table
        caption={e.faultsTitle(faults.length)}
        silentCaption
        columns={columns}
        rows={faults.slice(0, 500)}
        rowKey={(f) => `${f.line}-${f.en}`}
        dense
      />
    </Panel>
  )
}
