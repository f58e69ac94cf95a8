import { showDay, showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag, Tag } from '../../../../ui/tag.tsx'
import { ReadinessNotice } from '../../prepared/pages/readiness-notice.tsx'
import { mayLeave } from '../../prepared/readiness.ts'
import { texts } from '../broadcast.texts.ts'
import { mayClose } from '../playing.ts'
import { showSeconds, timingOf } from '../script.ts'
import type { PackageProps, Row } from './package-props.ts'
import { Acts, OwnPanel } from './playing-forms.tsx'

/** One package: what is in it, and which communes have it, acknowledged it, and played it. */
export function PackagePage(props: PackageProps) {
  const { found, rows, mine, mayHand, faults } = props
  const waits = props.texts.find((s) => !mayLeave(s)) ?? props.texts.find((s) => s.publicationId === null)
  const isFree = props.texts.every(mayLeave)
  const t = words(texts, useRequest().locale)
  const count = (is: (r: Row) => unknown) => String(rows.filter(is).length)
  const [all, open] = [String(rows.length), found.closedAt === null]
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={found.title}
        kicker={`${showDay(found.firstDay)} – ${showDay(found.lastDay)} · ${found.hours.join(', ')}`}
        tags={found.closedAt && <StatusTag look={{ tone: 'quiet', icon: 'lock' }}>{t.closed}</StatusTag>}
        actions={
          isFree && (
            <ButtonLink
              href={`/broadcast/packages/${found.id}/package.zip`}
              icon="download"
              kind="primary"
              download
            >
              {t.zip}
            </ButtonLink>
          )
        }
      />
      {waits && <ReadinessNotice made={waits} />}
      {found.closedAt && (
        <Notice tone="info">{t.closedBy(found.closedByName ?? '', showTime(found.closedAt))}</Notice>
      )}
      {mine && <OwnPanel {...props} row={mine} />}
      <Panel title={t.scripts}>
        <ol>
          {found.items.map((i) => (
            <li key={i.scriptId}>
              {i.title} <span class="soft">{showSeconds(timingOf(i.lines, i.rate).seconds)}</span>
            </li>
          ))}
        </ol>
      </Panel>
      <Stats>
        <Stat label={t.handOver} value={all} icon="send" />
        <Stat label={t.taken} value={count((r) => r.takenAt)} of={`/ ${all}`} icon="check" />
        <Stat
          label={t.played}
          value={count((r) => r.airedFrom)}
          of={`/ ${all}`}
          icon="megaphone"
          tone="accent"
        />
        <Stat
          label={t.notPlayed}
          value={count((r) => !r.airedFrom)}
          icon="late"
          tone={rows.every((r) => r.airedFrom) ? 'good' : 'warn'}
        />
      </Stats>
      {mayHand && open && isFree && <HandOverForm {...props} />}
      {rows.length > 0 && <HandOvers {...props} />}
      {mayHand && open && rows.length > 0 && <Closing {...props} />}
    </>
  )
}

function HandOverForm({ found, communes, rows }: PackageProps) {
  const t = words(texts, useRequest().locale)
  const has = new Set(rows.map((r) => r.unitId))
  const choices = communes.filter((u) => !has.has(u.id)).map((u) => ({ value: String(u.id), label: u.short }))
  if (choices.length === 0) return null
  return (
    <Details summary={t.handOver} open={rows.length === 0}>
      <Form action={`/broadcast/packages/${found.id}/hand-overs`}>
        <Radios
          name="to"
          label={t.handOver}
          value="some"
          choices={[
            { value: 'all', label: `${t.toAll} (${choices.length})` },
            {
              value: 'some',
              label: t.toSome,
              more: <Checkboxes name="units" label={t.unit} inline choices={choices} />,
            },
          ]}
        />
        <Button icon="send">{t.handOver}</Button>
      </Form>
    </Details>
  )
}

const looks = {
  played: { tone: 'good', icon: 'done' },
  waiting: { tone: 'quiet', icon: 'clock' },
  late: { tone: 'bad', icon: 'late' },
} as const satisfies Record<string, StatusLook>

function HandOvers(props: PackageProps) {
  const { rows, found } = props
  const t = words(texts, useRequest().locale)
  const acts = found.closedAt === null && rows.some((r) => r.isOwn)
  return (
    <Table
      narrow="lines"
      caption={t.communes}
      rows={rows}
      rowKey={(r) => r.unitId}
      columns={[
        { key: 'unit', label: t.unit, main: true, cell: (r) => r.unitName },
        {
          key: 'taken',
          label: t.taken,
          cell: (r) =>
            r.takenAt ? (
              <>
                {r.takenByName} <span class="soft nowrap">{showTime(r.takenAt)}</span>
              </>
            ) : (
              <span class="soft">{t.waiting}</span>
            ),
        },
        { key: 'aired', label: t.played, width: 'wide', cell: (r) => <Played {...props} row={r} /> },
        ...(acts
          ? [{ key: 'act', label: t.state, silent: true, cell: (r: Row) => <Acts {...props} row={r} /> }]
          : []),
      ]}
    />
  )
}

/** Who played it, when and how often; and who did not. */
function Played({ found, row, today }: PackageProps & { row: Row }) {
  const t = words(texts, useRequest().locale)
  if (row.airedFrom === null || row.airedTo === null) {
    if (found.closedAt) return <StatusTag look={looks.late}>{t.notPlayedEnd}</StatusTag>
    return <StatusTag look={today > found.lastDay ? looks.late : looks.waiting}>{t.notPlayed}</StatusTag>
  }
  return (
    <>
      <StatusTag look={looks.played}>{t.playedTimes(row.times ?? 1)}</StatusTag>{' '}
      <span class="nowrap">
        {showDay(row.airedFrom)} – {showDay(row.airedTo)}
      </span>{' '}
      <span class="soft">{row.provedByName}</span>{' '}
      {row.proofId === null ? (
        <Tag outline>{t.noProof}</Tag>
      ) : (
        <a href={`/broadcast/packages/${found.id}/hand-overs/${row.unitId}/file`}>{t.proof}</a>
      )}
    </>
  )
}

function Closing({ found, rows, today }: PackageProps) {
  const t = words(texts, useRequest().locale)
  if (!mayClose(found, rows, today)) return null
  return (
    <Panel title={t.close}>
      <p>{t.closeWhy}</p>
      <Form action={`/broadcast/packages/${found.id}/closing`} bare>
        <Button kind="secondary" icon="lock">
          {t.close}
        </Button>
      </Form>
    </Panel>
  )
}
