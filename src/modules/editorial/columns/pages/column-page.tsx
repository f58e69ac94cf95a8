import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { Column } from '../../../publishing/publication.ts'
import { itemAddress } from '../../item.ts'
import type { ItemRow } from '../../items/lists.sql.ts'
import { stagesAddress } from '../../stages/stage.ts'
import { texts as stageTexts } from '../../stages/stages.texts.ts'
import {
  type ColumnPlan,
  columnAddress,
  type Episode,
  episodeState,
  type Found,
  foundAgain,
} from '../column.ts'
import { cadenceWords, episodeWords, texts } from '../columns.texts.ts'
import { episodeLooks } from '../looks.ts'

export interface ColumnPageProps {
  column: Column
  plan: ColumnPlan
  episodes: readonly Episode[]
  items: readonly ItemRow[]
  today: Day
  /** The episode whose form is open. */
  chosen: Episode | null
  values: FormValues
  faults: readonly Fault[]
  mayWrite: boolean
  mayChange: boolean
  maySetStages: boolean
}

/** A column's episodes: out, coming, missed. */
export function ColumnPage(props: ColumnPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { column, plan, mayWrite } = props
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={cadenceWords[plan.cadence][locale]}
        title={column[locale]}
        lead={column.aboutVi}
        actions={
          <>
            {mayWrite && (
              <ButtonLink icon="add" href={`/desk/items/new?column=${column.id}`}>
                {t.write}
              </ButtonLink>
            )}
            {props.maySetStages && (
              <ButtonLink icon="stamp" kind="quiet" href={stagesAddress(column.id)}>
                {words(stageTexts, locale).stages}
              </ButtonLink>
            )}
            {props.mayChange && (
              <ButtonLink icon="edit" kind="quiet" href={`${columnAddress(column.id)}/schedule`}>
                {t.changeColumn}
              </ButtonLink>
            )}
          </>
        }
      />
      <Completeness {...props} />
      <Panel title={t.episodes}>
        <Episodes {...props} />
      </Panel>
      {mayWrite && props.chosen && <Change {...props} chosen={props.chosen} />}
    </>
  )
}

/** Of the episodes that are out, how many can be found again, and of which nobody has said where. */
function Completeness({ episodes, today }: ColumnPageProps) {
  const t = words(texts, useRequest().locale)
  const found = episodes.map((e) => foundAgain(e, today)).filter((f) => f !== null)
  if (found.length === 0) return null
  const count = (what: Found) => found.filter((f) => f === what).length
  const missing = count('missing')
  return (
    <Stats>
      <Stat label={t.outCount} value={String(found.length)} icon="megaphone" />
      <Stat
        label={t.withAddress}
        value={String(count('address'))}
        of={`/ ${found.length}`}
        icon="globe"
        tone="good"
      />
      <Stat label={t.withReason} value={String(count('reason'))} icon="chat" />
      <Stat
        label={t.withoutAddress}
        value={String(missing)}
        icon="warning"
        tone={missing > 0 ? 'bad' : 'good'}
      />
    </Stats>
  )
}

function Episodes({ column, episodes, today, mayWrite }: ColumnPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.episodes}
      silentCaption
      dense
      rows={episodes}
      rowKey={(e) => e.id}
      columns={[
        { key: 'day', label: t.day, main: true, cell: (e) => showDay(e.day) },
        {
          key: 'topic',
          label: t.topic,
          phone: 'bare',
          width: 'wide',
          cell: (e) => e.topic || e.excuse || '',
        },
        { key: 'item', label: t.item, cell: (e) => <ItemOf episode={e} /> },
        {
          key: 'state',
          label: t.state,
          phone: 'bare',
          cell: (e) => {
            const state = episodeState(e, today)
            return (
              <>
                <StatusTag look={episodeLooks[state]}>{episodeWords[state][locale]}</StatusTag>
                <Again episode={e} today={today} />
              </>
            )
          },
        },
        {
          key: 'change',
          label: t.change,
          silent: true,
          cell: (e) =>
            mayWrite && (
              <a class="nowrap" href={`${columnAddress(column.id)}?episode=${e.id}#change`}>
                {t.changeOne}
                <span class="visually-hidden"> {showDay(e.day)}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

/** Where a broadcast can be found again; nothing of what is only read. */
function Again({ episode, today }: { episode: Episode; today: Day }) {
  const t = words(texts, useRequest().locale)
  const found = foundAgain(episode, today)
  const address = episode.aired?.address
  if (address)
    return (
      <>
        {' '}
        <a class="nowrap" href={address} rel="noreferrer">
          {t.again}
        </a>
      </>
    )
  if (found === 'reason') return <p class="small soft">{episode.aired?.noAddressWhy}</p>
  return found === 'missing' ? <Tag tone="bad">{t.withoutAddress}</Tag> : null
}

function ItemOf({ episode }: { episode: Episode }) {
  if (episode.itemId !== null) return <a href={itemAddress(episode.itemId)}>{episode.itemTitle}</a>
  if (!episode.address) return null
  return (
    <a href={episode.address} rel="noreferrer">
      {new URL(episode.address).hostname}
    </a>
  )
}

function Change({ column, chosen, items, values, faults }: ColumnPageProps & { chosen: Episode }) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={`${t.change} ${showDay(chosen.day)}`} id="change">
      <Form action={`${columnAddress(column.id)}/episodes`} values={values} faults={faults}>
        <input type="hidden" name="episode" value={String(chosen.id)} />
        <TextInput name="topic" label={t.topic} maxlength={300} optional />
        <Combobox name="itemId" label={t.itemId} empty={t.none} options={itemsFor(chosen, items)} optional />
        <TextInput name="address" label={t.address} hint={t.addressHint} type="url" optional />
        <TextInput name="excuse" label={t.excuse} maxlength={500} optional />
        <Button icon="done">{t.save}</Button>
      </Form>
    </Panel>
  )
}

/** The column's items, and the episode's own where it stands elsewhere. */
function itemsFor(chosen: Episode, items: readonly ItemRow[]) {
  const all = items.map((i) => ({ value: String(i.id), label: i.title }))
  if (chosen.itemId === null || items.some((i) => i.id === chosen.itemId)) return all
  return [{ value: String(chosen.itemId), label: chosen.itemTitle ?? '' }, ...all]
}
