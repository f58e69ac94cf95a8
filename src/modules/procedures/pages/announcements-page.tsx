import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { announcementAddress, announcementsAddress } from '../procedure.ts'
import type { AnnouncementRow } from '../procedures.sql.ts'
import { kindWords, texts } from '../procedures.texts.ts'

export interface AnnouncementsPageProps {
  rows: readonly AnnouncementRow[]
  total: number
  page: number
  pageSize: number
  due: { days: number; isUsual: boolean }
  mayAnnounce: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** The register of decisions, each with how far its posting has come. */
export function AnnouncementsPage(props: AnnouncementsPageProps) {
  const { rows, total, page, pageSize, mayAnnounce } = props
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          mayAnnounce && (
            <ButtonLink href={`${announcementsAddress}/new`} icon="add">
              {t.enter}
            </ButtonLink>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneWhy}</EmptyState>
      ) : (
        <>
          <Decisions rows={rows} />
          <Pager
            {...{ page, pageSize, total }}
            href={(n) => `${announcementsAddress}${n > 1 ? `?page=${n}` : ''}`}
          />
        </>
      )}
      {mayAnnounce && <Setting {...props} />}
    </>
  )
}

function Decisions({ rows }: Pick<AnnouncementsPageProps, 'rows'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const columns: Column<AnnouncementRow>[] = [
    {
      key: 'number',
      label: t.decision,
      main: true,
      width: 'wide',
      cell: (a) => (
        <>
          <a href={announcementAddress(a.id)}>{a.number}</a>
          <br />
          <span class="small soft">
            {a.field}, {t.count(a.procedures)} ({kindWords[a.kind][locale].toLowerCase()})
          </span>
        </>
      ),
    },
    { key: 'issued', label: t.issued, cell: (a) => showDay(a.issued) },
    { key: 'due', label: t.due, cell: (a) => showDay(a.dueDay) },
    { key: 'posted', label: t.posted, cell: (a) => t.postedOf(a.posted, a.units) },
    { key: 'late', label: t.lateUnits, cell: (a) => <State row={a} /> },
  ]
  return (
    <Table
      caption={t.title}
      silentCaption
      narrow="lines"
      rows={rows}
      rowKey={(a) => a.id}
      columns={columns}
    />
  )
}

function State({ row }: { row: AnnouncementRow }) {
  const t = words(texts, useRequest().locale)
  if (row.withdrawnAt) return <Tag>{t.withdrawn}</Tag>
  if (row.late === 0) return <StatusTag look={{ tone: 'good', icon: 'done' }}>0</StatusTag>
  return <StatusTag look={{ tone: 'bad', icon: 'late' }}>{row.late}</StatusTag>
}

function Setting({ due, values, faults }: AnnouncementsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.setting} open={faults.length > 0}>
      <Form
        action={`${announcementsAddress}/setting`}
        values={{ days: String(due.days), ...values }}
        faults={faults}
      >
        <NumberInput name="days" label={t.days} hint={due.isUsual ? t.unverified : t.ownDays} width="s" />
        <Button kind="secondary">{t.save}</Button>
      </Form>
    </Details>
  )
}
