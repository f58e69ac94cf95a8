import type { ComponentChildren } from 'preact'
import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { texts } from '../editorial.texts.ts'
import { isOpen, itemAddress, mayFollow } from '../item.ts'
import { embargoOf } from '../items/embargo.ts'
import type { ItemView } from '../items/showing.ts'
import { WaySteps } from '../stages/pages/way-steps.tsx'
import { texts as stageTexts } from '../stages/stages.texts.ts'
import type { ChannelLine } from '../variants/lines.ts'
import type { ChannelTrouble } from '../variants/troubles.ts'
import { EmbargoNote } from './embargo-note.tsx'

export interface ItemPageProps {
  view: ItemView
  /** Names of what the particulars point to. */
  taskName: string | null
  /** What it may be joined into; empty where nobody may. */
  targets: readonly { id: number; title: string }[]
  channels: readonly ChannelLine[]
  troubles: readonly ChannelTrouble[]
  now: Date
  values: FormValues
  faults: readonly Fault[]
}

/** What comes next for this person, the usual thing first; rarer things behind a fold. */
export function ItemActions(props: ItemPageProps) {
  const t = words(texts, useRequest().locale)
  const { view } = props
  const isApproved = view.item.approvedVersion === view.version.number
  const usual = usualActions(props)
  const rare = rareActions(props)
  return (
    <>
      <SecondLooks {...props} />
      <Panel title={t.actions}>
        <WaySteps way={view.way} isApproved={isApproved} />
        <EmbargoNote view={props.view} now={props.now} />
        {usual.length > 0 ? usual : <p class="soft">{t.noActions}</p>}
        {rare.length > 0 && (
          <Details summary={t.more} open={props.faults.length > 0}>
            <div class="stack">{rare}</div>
          </Details>
        )}
      </Panel>
    </>
  )
}

function usualActions({ view, now, values, faults }: ItemPageProps): ComponentChildren[] {
  const { item, may } = view
  const own = { values, faults }
  const all: ComponentChildren[] = []
  if (may.write && isOpen(item.state)) all.push(<Submit key="submit" id={item.id} {...own} />)
  if (item.state === 'submitted') {
    if (may.approve) all.push(<Approve key="approve" view={view} />)
    if (may.review || may.approve) all.push(<GiveBack key="return" id={item.id} {...own} />)
    if (may.whyNotApprove) all.push(<WhyNot key="why" why={may.whyNotApprove} />)
  }
  if (may.review && (item.state === 'approved' || item.state === 'scheduled'))
    all.push(<Publish key="publish" view={view} now={now} {...own} />)
  if (may.write && !isOpen(item.state) && mayFollow(item.state, 'draft'))
    all.push(<Plain key="edit" to={`${itemAddress(item.id)}/revision`} icon="edit" word="editAgain" />)
  return all
}

type Own = Pick<ItemPageProps, 'values' | 'faults'>

function Submit({ id, values, faults }: Own & { id: number }) {
  const t = words(texts, useRequest().locale)
  return (
    <Form action={`${itemAddress(id)}/submission`} values={values} faults={faults}>
      <TextArea name="note" label={t.submitNote} rows={2} optional />
      <Button icon="send">{t.submit}</Button>
    </Form>
  )
}

function Approve({ view }: Pick<ItemPageProps, 'view'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { next, stages } = view.way
  const after = stages[stages.findIndex((s) => s.id === next?.id) + 1]
  const isLast = next === null || view.way.isLast
  return (
    <Form action={`${itemAddress(view.item.id)}/approval`}>
      <input type="hidden" name="digest" value={view.version.digest} />
      <ButtonGroup>
        {isLast && view.may.review && (
          <Button icon="stamp" name="next" value="publish">
            {t.approveAndPublish}
          </Button>
        )}
        <Button icon={isLast ? 'stamp' : 'check'} kind={isLast && view.may.review ? 'secondary' : 'primary'}>
          {isLast ? t.approve : words(stageTexts, locale).passTo(after?.[locale] ?? '')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

function GiveBack({ id, values, faults }: Own & { id: number }) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.giveBack} open={faults.some((f) => f.field === 'reasons')}>
      <Form action={`${itemAddress(id)}/return`} values={values} faults={faults}>
        <TextArea name="reasons" label={t.reasons} rows={4} />
        <Button kind="secondary" icon="return">
          {t.giveBack}
        </Button>
      </Form>
    </Details>
  )
}

function WhyNot({ why }: { why: { vi: string; en: string } }) {
  const { locale } = useRequest()
  return (
    <Notice tone="info" small title={words(texts, locale).cannotApprove}>
      {why[locale]}
    </Notice>
  )
}

function Publish({ view, now, values, faults }: Own & Pick<ItemPageProps, 'view' | 'now'>) {
  const t = words(texts, useRequest().locale)
  const at = itemAddress(view.item.id)
  return (
    <>
      {!(view.item.state === 'scheduled' && embargoOf(view.item, view.version, now)) && (
        <Plain to={`${at}/publication`} icon="globe" word="publish" primary />
      )}
      {view.item.state === 'scheduled' ? (
        <Plain to={`${at}/schedule/removal`} icon="close" word="unschedule" />
      ) : (
        <Details summary={t.scheduleAt} open={faults.some((f) => f.field === 'at')}>
          <Form action={`${at}/schedule`} values={values} faults={faults}>
            <TextInput name="at" label={t.scheduleAt} hint={t.momentHint} width="m" />
            <Button kind="secondary" icon="clock">
              {t.schedule}
            </Button>
          </Form>
        </Details>
      )}
    </>
  )
}

type Word = 'editAgain' | 'publish' | 'unschedule' | 'drop'

function Plain(props: {
  to: string
  icon: 'edit' | 'globe' | 'close' | 'delete'
  word: Word
  primary?: boolean
}) {
  const t = words(texts, useRequest().locale)
  return (
    <Form action={props.to} bare>
      <Button kind={props.primary ? 'primary' : 'secondary'} icon={props.icon}>
        {t[props.word]}
      </Button>
    </Form>
  )
}

function rareActions({ view, values, faults, targets }: ItemPageProps): ComponentChildren[] {
  const { item, may } = view
  const at = itemAddress(item.id)
  const own = { values, faults, at }
  const all: ComponentChildren[] = []
  const isPublic = item.publishedVersion !== null
  if (
    may.review &&
    mayFollow(item.state, 'published') &&
    item.state !== 'approved' &&
    item.state !== 'scheduled'
  )
    all.push(<Force key="force" {...own} />)
  if (may.review && isPublic && mayFollow(item.state, 'withdrawn'))
    all.push(<Withdraw key="withdraw" {...own} />, <Merge key="merge" {...own} targets={targets} />)
  if (may.write && !isPublic && mayFollow(item.state, 'dropped'))
    all.push(<Plain key="drop" to={`${at}/dropping`} icon="delete" word="drop" />)
  return all
}

type At = Own & { at: string }

function Force({ at, values, faults }: At) {
  const t = words(texts, useRequest().locale)
  return (
    <Form action={`${at}/forced-publication`} values={values} faults={faults}>
      <TextArea name="reason" label={`${t.force}: ${t.forceReason}`} hint={t.forceWhy} rows={3} />
      <Button kind="danger" icon="warning">
        {t.force}
      </Button>
    </Form>
  )
}

function Withdraw({ at, values, faults }: At) {
  const t = words(texts, useRequest().locale)
  return (
    <Form action={`${at}/withdrawal`} values={values} faults={faults}>
      <TextArea name="notice" label={`${t.withdraw}: ${t.withdrawNotice}`} hint={t.withdrawHint} rows={3} />
      <Checkboxes name="inError" label={t.inError} choices={[{ value: '1', label: t.inError }]} optional />
      <Button kind="danger" icon="stop">
        {t.withdraw}
      </Button>
    </Form>
  )
}

function Merge({ at, values, faults, targets }: At & Pick<ItemPageProps, 'targets'>) {
  const t = words(texts, useRequest().locale)
  return (
    <Form action={`${at}/merging`} values={values} faults={faults}>
      <Combobox
        name="intoId"
        label={t.mergeInto}
        hint={t.mergeHint}
        empty
        options={targets.map((i) => ({ value: String(i.id), label: i.title }))}
      />
      <Button kind="secondary" icon="merge">
        {t.merge}
      </Button>
    </Form>
  )
}

function SecondLooks({ view, values, faults }: ItemPageProps) {
  const t = words(texts, useRequest().locale)
  const open = view.looks.filter((l) => l.lookedAt === null)
  return (
    <>
      {open.map((look) => (
        <Notice tone="warn" title={t.lookTitle} key={look.number}>
          <p>
            {t.version(look.number)}. {t.lookBy(look.forcedByName, showTime(look.forcedAt))}
          </p>
          <p class="letter">{look.reason}</p>
          {view.may.approve && (
            <Form
              action={`${itemAddress(view.item.id)}/second-looks/${look.number}`}
              values={values}
              faults={faults}
            >
              <TextArea name="note" label={t.lookNote} rows={2} optional />
              <ButtonGroup>
                <Button name="isGood" value="1" icon="check">
                  {t.lookGood}
                </Button>
                <Button kind="danger" name="isGood" value="0" icon="flag">
                  {t.lookBad}
                </Button>
              </ButtonGroup>
            </Form>
          )}
        </Notice>
      ))}
    </>
  )
}
