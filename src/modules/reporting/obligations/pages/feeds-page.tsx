import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import type { Option } from '../../../../ui/select.tsx'
import { Table } from '../../../../ui/table.tsx'
import { feedTexts } from '../calendar.texts.ts'
import type { Feed } from '../feeds.sql.ts'

export interface FeedsPageProps {
  feeds: readonly Feed[]
  unitName: (unitId: number) => string
  units: readonly Option[]
  /** The address just made; shown this once. */
  address: string | null
  kept?: { values: FormValues; faults: readonly Fault[] } | undefined
}

/** Addresses that other calendars subscribe to: made, shown once, taken back. */
export function FeedsPage({ feeds, unitName, units, address, kept }: FeedsPageProps) {
  const t = words(feedTexts, useRequest().locale)
  const ofUnit = <Combobox name="unitId" label={t.unit} options={units} empty />
  return (
    <>
      <ErrorSummary faults={kept?.faults ?? []} />
      <PageHead title={t.feeds} lead={t.lead} />
      {address && <Made address={address} />}
      <Panel>
        <Form
          action="/reporting/calendar/feeds"
          values={kept?.values ?? { what: 'personal' }}
          faults={kept?.faults}
        >
          <Radios
            name="what"
            label={t.what}
            choices={[
              { value: 'personal', label: t.personal, hint: t.personalHint },
              { value: 'unit', label: t.ofUnit, more: ofUnit },
            ]}
          />
          <Button icon="add">{t.make}</Button>
        </Form>
      </Panel>
      {feeds.length === 0 ? (
        <EmptyState title={t.none}>{t.noneWhy}</EmptyState>
      ) : (
        <Table
          caption={t.existing}
          rows={feeds}
          rowKey={(f) => f.id}
          columns={[
            {
              key: 'what',
              label: t.what,
              main: true,
              cell: (f) => (f.unitId ? unitName(f.unitId) : t.personal),
            },
            { key: 'since', label: t.since, cell: (f) => showTime(f.madeAt) },
            {
              key: 'read',
              label: t.lastRead,
              cell: (f) => (f.lastReadAt ? showTime(f.lastReadAt) : t.never),
            },
            {
              key: 'revoke',
              label: t.revoke,
              silent: true,
              cell: (f) => (
                <Form action={`/reporting/calendar/feeds/${f.id}/revocation`} bare>
                  <Button kind="quiet" small icon="delete">
                    {t.revoke}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

/** The address, shown this once. */
function Made({ address }: { address: string }) {
  const t = words(feedTexts, useRequest().locale)
  return (
    <Notice tone="good" title={t.made}>
      <p>
        <code class="break">{address}</code> <CopyButton text={address} what={t.made} />
      </p>
      <p>{t.madeWhy}</p>
      <p class="small">{t.how}</p>
    </Notice>
  )
}
