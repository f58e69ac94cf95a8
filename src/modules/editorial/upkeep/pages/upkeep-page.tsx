import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { type Item, itemAddress } from '../../item.ts'
import type { OutdatedTranslation } from '../../items/translations.sql.ts'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import { languageName } from '../../pages/translations-panel.tsx'
import { texts } from '../upkeep.texts.ts'
import { BadLinks, type BadLinksProps } from './bad-links.tsx'

export interface UpkeepPageProps extends BadLinksProps {
  due: readonly (Item & { reviewedDay: Day | null })[]
  outdated: readonly OutdatedTranslation[]
  today: Day
  /** The next day of reading that the list proposes. */
  next: Day
}

/** What is public and needs somebody: texts to be read again, links that lead nowhere, translations left behind. */
export function UpkeepPage(props: UpkeepPageProps) {
  const t = words(texts, useRequest().locale)
  const open = props.links.filter((l) => l.settled === null)
  const overdue = props.due.filter((i) => (i.reviewBy ?? '') < props.today).length
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={t.upkeep} lead={t.upkeepLead} />
      <DeskTabs here="upkeep" />
      <Stats>
        <Stat
          label={t.due}
          value={String(props.due.length)}
          icon="clock"
          href="#due"
          note={overdue > 0 ? `${t.overdue}: ${overdue}` : undefined}
        />
        <Stat label={t.links} value={String(open.length)} icon="link" href="#links" />
        <Stat label={t.outdated} value={String(props.outdated.length)} icon="globe" href="#outdated" />
      </Stats>
      <Panel title={t.due} id="due">
        <p class="soft">{props.due.length > 0 ? t.dueLead : t.nothingDue}</p>
        {props.due.length > 0 && <Due {...props} />}
      </Panel>
      <BadLinks {...props} />
      <Panel title={t.outdated} id="outdated">
        {props.outdated.length > 0 ? <Outdated {...props} /> : <p class="soft">{t.noOutdated}</p>}
      </Panel>
    </>
  )
}

function Due({ due, unitNames, today, next, mayWrite }: UpkeepPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Table
      narrow="lines"
      caption={t.due}
      silentCaption
      rows={due}
      rowKey={(i) => i.id}
      columns={[
        {
          key: 'item',
          label: t.item,
          main: true,
          width: 'wide',
          cell: (i) => <a href={itemAddress(i.id)}>{i.title}</a>,
        },
        { key: 'unit', label: t.unit, phone: 'bare', cell: (i) => unitNames.get(i.unitId) ?? '' },
        {
          key: 'due',
          label: t.reviewBy,
          cell: (i) => (
            <span>
              {showDay(i.reviewBy ?? today)}{' '}
              {(i.reviewBy ?? today) < today && (
                <StatusTag look={{ tone: 'bad', icon: 'late' }}>{t.overdue}</StatusTag>
              )}
              {i.reviewedDay && <span class="soft small"> {t.lastRead(showDay(i.reviewedDay))}</span>}
            </span>
          ),
        },
        {
          key: 'good',
          label: t.stillGood,
          silent: true,
          cell: (i) =>
            mayWrite(i.unitId) && (
              <Form action={`${itemAddress(i.id)}/rereading`} bare>
                <input type="hidden" name="from" value="list" />
                <input type="hidden" name="nextDay" value={showDay(next)} />
                <Button kind="secondary" small icon="check">
                  {t.stillGoodFor(showDay(next))}
                  <span class="visually-hidden">{t.of(i.title)}</span>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

function Outdated({ outdated, unitNames }: UpkeepPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.outdated}
      silentCaption
      rows={outdated}
      rowKey={(o) => o.id}
      columns={[
        {
          key: 'item',
          label: t.item,
          main: true,
          width: 'wide',
          cell: (o) => (
            <a href={itemAddress(o.id)} lang={o.language}>
              {o.title}
            </a>
          ),
        },
        { key: 'language', label: t.language, phone: 'bare', cell: (o) => languageName(o.language, locale) },
        { key: 'unit', label: t.unit, phone: 'bare', cell: (o) => unitNames.get(o.unitId) ?? '' },
        {
          key: 'original',
          label: t.original,
          cell: (o) => <a href={itemAddress(o.masterId)}>{o.masterTitle}</a>,
        },
        {
          key: 'standing',
          label: t.standing,
          phone: 'bare',
          cell: (o) => (o.masterVersion === null ? t.masterGone : t.says(o.says ?? 0, o.masterVersion)),
        },
      ]}
    />
  )
}
