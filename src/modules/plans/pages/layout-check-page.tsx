import type { Fault } from '../../../lib/errors.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useTexts } from './plan-words.tsx'

/** As the checker tells it; `places` in how many places. */
export interface ShownDeparture {
  key: string
  vi: string
  en: string
  found: string
  times: number
  source: string
  unverified: boolean
}

export interface LayoutCheckPageProps {
  checked: { name: string; departures: readonly ShownDeparture[] } | null
  limit: number
  faults: readonly Fault[]
}

export function LayoutCheckPage({ checked, limit, faults }: LayoutCheckPageProps) {
  const t = useTexts()
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.checkLayout} lead={t.checkLead} />
      <Panel>
        <Form action="/layout-checks" files faults={faults}>
          <FileInput name="file" label={t.docxFile} accept=".docx" limit={limit} />
          <Button icon="upload">{t.check}</Button>
        </Form>
      </Panel>
      {checked && <Outcome {...checked} />}
    </>
  )
}

function Outcome({ name, departures }: { name: string; departures: readonly ShownDeparture[] }) {
  const t = useTexts()
  const { locale } = useRequest()
  if (departures.length === 0) {
    return (
      <Notice tone="good" title={name}>
        {t.noDepartures}
      </Notice>
    )
  }
  return (
    <Panel title={`${name}: ${t.departures(departures.length)}`}>
      <Table
        caption={t.checkLayout}
        silentCaption
        dense
        rows={departures}
        rowKey={(d) => d.key}
        columns={[
          { key: 'what', label: t.whatToDo, main: true, cell: (d) => d[locale] },
          { key: 'found', label: t.found, cell: (d) => (d.times > 1 ? `${d.found} (×${d.times})` : d.found) },
          {
            key: 'source',
            label: t.rule,
            cell: (d) => (
              <>
                {d.source}{' '}
                {d.unverified && (
                  <Tag tone="quiet" icon="help">
                    {t.unverified}
                  </Tag>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}
