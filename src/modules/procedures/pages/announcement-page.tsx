import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { StackedBar, type StackSeries } from '../../../ui/charts/stacked-bar.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import type { Board, BoardRow } from '../board.ts'
import { standingLooks } from '../looks.ts'
import {
  type Announcement,
  announcementAddress,
  announcementsAddress,
  postingAddress,
  type Standing,
  standings,
} from '../procedure.ts'
import { kindWords, standingWords, texts } from '../procedures.texts.ts'

export interface AnnouncementPageProps {
  announcement: Announcement
  board: Board
  /** Only postings that stand so. */
  asked: Standing | null
  mayAnnounce: boolean
  /** Sees every unit: may take the sheet home. */
  seesAll: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** One decision: what it announces, and who has posted it, late ones first. */
export function AnnouncementPage(props: AnnouncementPageProps) {
  const { announcement: a, board, asked } = props
  const t = words(texts, useRequest().locale)
  const at = announcementAddress(a.id)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={t.postingTitle(a.number)}
        kicker={a.field}
        actions={
          props.seesAll && (
            <ButtonLink kind="secondary" icon="download" href={`${at}/board.xlsx`}>
              {t.excel}
            </ButtonLink>
          )
        }
      />
      {a.withdrawnAt && (
        <Notice tone="warn" title={t.withdrawn}>
          {a.withdrawnReason}
        </Notice>
      )}
      <Stats>
        <Stat label={t.posted} value={String(board.posted)} of={`/ ${board.units}`} icon="done" />
        <Stat
          label={t.lateUnits}
          value={String(board.counts.late)}
          icon="late"
          {...(board.counts.late > 0 ? { tone: 'bad' as const, href: `${at}?state=late` } : {})}
        />
        <Stat label={t.left} value={String(board.units - board.posted - board.counts.late)} icon="clock" />
      </Stats>
      <Facts announcement={a} />
      {board.units > 0 && <Chart board={board} />}
      <Units {...props} rows={asked ? board.rows.filter((r) => r.standing === asked) : board.rows} />
      {props.mayAnnounce && !a.withdrawnAt && <Withdrawal {...props} />}
    </>
  )
}

function Facts({ announcement: a }: { announcement: Announcement }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <SummaryList
      facts={[
        {
          label: t.decision,
          value:
            a.documentId === null ? a.number : <a href={`/legal-documents/${a.documentId}`}>{a.number}</a>,
        },
        { label: t.due, value: showDay(a.dueDay) },
        { label: t.issued, value: showDay(a.issued) },
        { label: t.issuer, value: a.issuer },
        { label: t.procedures, value: `${a.procedures} (${kindWords[a.kind][locale].toLowerCase()})` },
        { label: t.link, value: a.link && <a href={a.link}>{a.link}</a> },
      ]}
    />
  )
}

const series: readonly { standing: Standing; colour: StackSeries['colour'] }[] = [
  { standing: 'posted', colour: 'good' },
  { standing: 'posted_late', colour: 'c4' },
  { standing: 'open', colour: 'info' },
  { standing: 'soon', colour: 'warn' },
  { standing: 'returned', colour: 'c2' },
  { standing: 'late', colour: 'bad' },
]

function Chart({ board }: { board: Board }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const held = series.filter((s) => board.counts[s.standing] > 0)
  return (
    <StackedBar
      title={t.chart}
      description={t.chartSaid(board.posted, board.units, board.counts.late)}
      series={held.map((s) => ({
        ...{ key: s.standing, colour: s.colour },
        label: standingWords[s.standing][locale],
      }))}
      rows={[{ label: t.unit, values: held.map((s) => board.counts[s.standing]) }]}
    />
  )
}

function Units({ announcement, board, asked, rows }: AnnouncementPageProps & { rows: readonly BoardRow[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const at = announcementAddress(announcement.id)
  const columns: Column<BoardRow>[] = [
    {
      key: 'unit',
      label: t.unit,
      main: true,
      width: 'wide',
      cell: (r) => <a href={postingAddress(r.id)}>{r.unitName}</a>,
    },
    {
      key: 'state',
      label: t.state,
      cell: (r) => (
        <StatusTag look={standingLooks[r.standing]}>{standingWords[r.standing][locale]}</StatusTag>
      ),
    },
    { key: 'day', label: t.day, cell: (r) => (r.postedDay ? showDay(r.postedDay) : '') },
    { key: 'photo', label: t.photo, cell: (r) => (r.photoFileId === null ? '' : t.photo) },
    {
      key: 'web',
      label: t.web,
      cell: (r) => r.webLink && <a href={r.webLink}>{new URL(r.webLink).hostname}</a>,
    },
  ]
  const shown = standings.filter((s) => board.counts[s] > 0)
  return (
    <>
      <Tabs
        label={t.state}
        tabs={[
          { label: t.any, href: at, current: asked === null },
          ...shown.map((s) => ({
            label: `${standingWords[s][locale]} (${board.counts[s]})`,
            href: `${at}?state=${s}`,
            current: asked === s,
          })),
        ]}
      />
      <Table
        caption={t.chart}
        silentCaption
        dense
        narrow="lines"
        rows={rows}
        rowKey={(r) => r.id}
        columns={columns}
      />
    </>
  )
}

function Withdrawal({ announcement: a, values, faults }: AnnouncementPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.withdraw} open={faults.length > 0}>
      <p>{t.withdrawHint}</p>
      <Form action={`${announcementAddress(a.id)}/withdrawal`} values={values} faults={faults}>
        <TextArea name="reason" label={t.reason} rows={2} limit={1000} />
        <ButtonGroup>
          <Button kind="danger">{t.withdrawVerb}</Button>
          <ButtonLink kind="secondary" href={`${announcementsAddress}/new?replaces=${a.id}`}>
            {t.replaceVerb}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Details>
  )
}
