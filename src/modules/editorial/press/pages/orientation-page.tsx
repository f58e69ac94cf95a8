import { addDays, type Day, dayOf, showDay, showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { stateWords } from '../../editorial.texts.ts'
import { type Item, itemAddress } from '../../item.ts'
import { stateLooks } from '../../looks.ts'
import {
  type Orientation,
  type OrientationOutlet,
  orientationAddress,
  type PressEntry,
  pressAddress,
  type Stance,
  stances,
} from '../../outlet.ts'
import { correctionTexts } from '../corrections.texts.ts'
import { stanceLooks } from '../looks.ts'
import { texts } from '../orientations.texts.ts'
import { texts as pressTexts, stanceWords } from '../press.texts.ts'

export interface OrientationPageProps {
  orientation: Orientation & { outlets: readonly OrientationOutlet[]; corrected: number; pieces: number }
  /** The newest pieces of the press, and how many there are. */
  entries: readonly PressEntry[]
  total: number
  counts: ReadonlyMap<Stance, number>
  items: readonly Item[]
  /** What it serves. */
  tasks: readonly string[]
  today: Day
  mayKeep: boolean
  mayAcknowledge: (outletId: number) => boolean
}

/** What outlets were asked to write about, what each of them did, and what came of it. */
export function OrientationPage(props: OrientationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const k = words(correctionTexts, locale)
  const { orientation: one, mayKeep } = props
  const at = orientationAddress(one.id)
  return (
    <>
      <PageHead
        kicker={pressTexts.orientations[locale]}
        title={one.title}
        tags={one.withdrawnAt && <StatusTag look={{ tone: 'bad', icon: 'stop' }}>{k.isWithdrawn}</StatusTag>}
        actions={
          <>
            <ButtonLink icon="download" kind="secondary" href={`${at}/document.docx`}>
              {t.word}
            </ButtonLink>
            {(mayKeep || one.corrected > 0) && (
              <ButtonLink icon="edit" kind="quiet" href={`${at}/correction`}>
                {mayKeep && !one.withdrawnAt ? k.correctOrientation : k.history}
              </ButtonLink>
            )}
          </>
        }
      />
      <p class="letter prose">{one.body}</p>
      <Facts {...props} />
      <Outlets {...props} />
      <Pieces {...props} />
      {props.items.length > 0 && <Texts items={props.items} />}
    </>
  )
}

function Facts({ orientation: one, tasks }: OrientationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const seen = one.outlets.filter((o) => o.acknowledgedAt !== null).length
  const from = showDay(one.fromDay)
  return (
    <SummaryList
      facts={[
        { label: t.time, value: one.toDay ? `${from} – ${showDay(one.toDay)}` : t.openEnd(from) },
        ...(tasks.length > 0
          ? [
              {
                label: t.tasks,
                value: (
                  <ul class="plain-list">
                    {tasks.map((name) => (
                      <li key={name}>{name}</li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        { label: t.seen, value: pressTexts.seenBy[locale](seen, one.outlets.length) },
        { label: t.reminding, value: t.remindingAfter(one.silentDays) },
        { label: t.sentBy, value: `${one.madeByName}, ${showTime(one.madeAt)}` },
      ]}
    />
  )
}

/** Has the time passed in which an outlet was to write? */
function isPast(one: Orientation, today: Day): boolean {
  const sent = dayOf(one.madeAt)
  return addDays(sent > one.fromDay ? sent : one.fromDay, one.silentDays) <= today
}

function Outlets({ orientation: one, today, mayAcknowledge }: OrientationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.outlets}>
      <Table
        narrow="lines"
        caption={t.outlets}
        silentCaption
        rows={one.outlets}
        rowKey={(o) => o.outletId}
        columns={[
          { key: 'outlet', label: t.outlet, main: true, cell: (o) => o.outletName },
          {
            key: 'received',
            label: t.received,
            cell: (o) =>
              o.acknowledgedAt ? (
                `${o.acknowledgedByName}, ${showTime(o.acknowledgedAt)}`
              ) : (
                <Received one={one} outlet={o} may={mayAcknowledge(o.outletId)} />
              ),
          },
          { key: 'wrote', label: t.wrote, numeric: true, cell: (o) => String(o.published) },
          {
            key: 'standing',
            label: t.standing,
            cell: (o) => (
              <>
                <Written published={o.published} past={!one.withdrawnAt && isPast(one, today)} />
                {o.published === 0 && o.remindedAt && (
                  <span class="soft small"> {t.remindedOn(showDay(dayOf(o.remindedAt)))}</span>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function Received({ one, outlet, may }: { one: Orientation; outlet: OrientationOutlet; may: boolean }) {
  const t = words(pressTexts, useRequest().locale)
  if (one.withdrawnAt || !may) return <span class="soft">{t.notYet}</span>
  return (
    <Form action={`${orientationAddress(one.id)}/acknowledgements/${outlet.outletId}`} bare>
      <Button kind="secondary" small icon="check">
        {t.acknowledge} <span class="visually-hidden">{outlet.outletName}</span>
      </Button>
    </Form>
  )
}

function Written({ published, past }: { published: number; past: boolean }) {
  const t = words(texts, useRequest().locale)
  if (published > 0) return <StatusTag look={{ tone: 'good', icon: 'done' }}>{t.writes}</StatusTag>
  if (past) return <StatusTag look={{ tone: 'warn', icon: 'warning' }}>{t.silentLong}</StatusTag>
  return <StatusTag look={{ tone: 'quiet', icon: 'clock' }}>{t.silent}</StatusTag>
}

function Pieces({ orientation: one, entries, counts, total, items }: OrientationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (total === 0)
    return items.length > 0 ? null : (
      <EmptyState scene="search" title={t.none}>
        {t.noneWhy}
      </EmptyState>
    )
  const all = `/desk/press?orientation=${one.id}`
  return (
    <Panel title={t.pieces(total)} id="pieces">
      <Stats>
        {stances.map((s) => (
          <Stat
            key={s}
            label={stanceWords[s][locale]}
            value={String(counts.get(s) ?? 0)}
            icon={stanceLooks[s].icon}
            href={`${all}&stance=${s}`}
          />
        ))}
      </Stats>
      <Table
        narrow="lines"
        caption={t.press}
        silentCaption
        rows={entries}
        rowKey={(e) => e.id}
        columns={[
          { key: 'day', label: pressTexts.day[locale], cell: (e) => showDay(e.day) },
          {
            key: 'title',
            label: pressTexts.title[locale],
            main: true,
            width: 'wide',
            cell: (e) => <a href={pressAddress(e.id)}>{e.title}</a>,
          },
          { key: 'outlet', label: t.outlet, cell: (e) => e.outletName },
          {
            key: 'stance',
            label: pressTexts.stance[locale],
            cell: (e) => <StatusTag look={stanceLooks[e.stance]}>{stanceWords[e.stance][locale]}</StatusTag>,
          },
        ]}
      />
      <p>
        <a href={all}>{t.allPress}</a>
      </p>
    </Panel>
  )
}

function Texts({ items }: Pick<OrientationPageProps, 'items'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.desk} id="texts">
      <ul class="plain-list">
        {items.map((i) => (
          <li key={i.id} class="row">
            <a href={itemAddress(i.id)}>{i.title}</a>
            <StatusTag look={stateLooks[i.state]}>{stateWords[i.state][locale]}</StatusTag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
