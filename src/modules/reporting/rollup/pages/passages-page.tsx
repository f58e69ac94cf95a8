import type { Span } from '../../../../lib/documents/out/official-document.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../../ui/button.tsx'
import { Checkboxes, type Choice, Radios } from '../../../../ui/choices.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Tag } from '../../../../ui/tag.tsx'
import { reportAddress } from '../../report.ts'
import { texts } from '../consolidation.texts.ts'

export interface PassageLine {
  id: number
  unit: string
  spans: readonly Span[]
  state: 'fresh' | 'edited' | 'taken'
}

export interface PassagesPageProps {
  reportId: number
  sectionCode: string
  heading: string
  kicker: string
  text: string
  revision: number
  mayWrite: boolean
  telling: readonly PassageLine[]
  silent: readonly { id: number; unit: string }[]
  chosen: readonly string[]
  /** As chosen before a passage was moved. */
  how?: string
  /** 'up:12': the button that was pressed last. */
  pressed?: string
  faults?: readonly Fault[]
}

/** One section: the words as they stand and, beside them, what each unit says; new and changed passages are marked. */
export function PassagesPage(props: PassagesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={props.faults ?? []} />
      <PageHead title={props.heading} kicker={props.kicker} lead={t.sectionsLead} />
      <div class="columns columns-wide">
        <Panel
          title={t.words}
          actions={
            <a href={`${reportAddress(props.reportId)}?section=${props.sectionCode}#s-${props.sectionCode}`}>
              {t.editWords}
            </a>
          }
        >
          <div class="prose">
            {props.text === ''
              ? t.noWords
              : props.text.split('\n').map((line, i) => <p key={`${i}-${line.slice(0, 20)}`}>{line}</p>)}
          </div>
        </Panel>
        <Panel>{props.mayWrite ? <TakeForm {...props} /> : <Notice tone="info">{t.locked}</Notice>}</Panel>
      </div>
    </>
  )
}

function TakeForm(props: PassagesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const values = { how: props.how || (props.text === '' ? 'anew' : 'add') }
  const silentId = props.silent.map((s) => s.id).join(',')
  const choices: Choice[] = props.telling.map((p, i) => ({
    value: String(p.id),
    label: (
      <>
        <strong>{p.unit}</strong> <State state={p.state} />
      </>
    ),
    hint: <Marked spans={p.spans} />,
    more: <MoveButtons id={p.id} unit={p.unit} place={i} of={props.telling.length} pressed={props.pressed} />,
  }))
  if (props.silent.length > 0)
    choices.push({
      value: silentId,
      label: t.silent(props.silent.length),
      hint: props.silent.map((s) => s.unit).join(', '),
    })
  return (
    <Form
      action={`${reportAddress(props.reportId)}/consolidation/${props.sectionCode}`}
      values={values}
      faults={props.faults}
    >
      <input type="hidden" name="revision" value={String(props.revision)} />
      {props.telling.map((p) => (
        <input type="hidden" name="order" value={String(p.id)} key={p.id} />
      ))}
      <DefaultButton>{t.take}</DefaultButton>
      <Checkboxes name="take" label={t.choose} hint={t.orderHint} values={props.chosen} choices={choices} />
      <Radios
        name="how"
        label={t.how}
        choices={[
          { value: 'add', label: t.add },
          { value: 'anew', label: t.anew },
        ]}
      />
      <Button>{t.take}</Button>
    </Form>
  )
}

/** Enter in a field must take the passages, not move the first one: browsers press the first button of a form. */
function DefaultButton({ children }: { children: string }) {
  return (
    <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true">
      {children}
    </button>
  )
}

interface MoveProps {
  id: number
  unit: string
  place: number
  of: number
  pressed: string | undefined
}

/** Moves a passage by a place: pages without a script come back with the new order and the focus where it was. */
function MoveButtons({ id, unit, place, of, pressed }: MoveProps) {
  const t = words(texts, useRequest().locale)
  if (of < 2) return null
  return (
    <ButtonGroup>
      {(['first', 'up', 'down'] as const).map((move) => (
        <Button
          key={move}
          kind="quiet"
          small
          icon={move === 'down' ? 'down' : 'up'}
          name="move"
          value={`${move}:${id}`}
          disabled={move === 'down' ? place === of - 1 : place === 0}
          autofocus={pressed === `${move}:${id}`}
        >
          {t[move]}
          <span class="visually-hidden"> {unit}</span>
        </Button>
      ))}
    </ButtonGroup>
  )
}

function State({ state }: { state: PassageLine['state'] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (state === 'taken') return <Tag tone="quiet">{t.inText}</Tag>
  return state === 'fresh' ? <Tag tone="info">{t.fresh}</Tag> : <Tag tone="warn">{t.edited}</Tag>
}

/** Words put in and taken out, as browsers and screen readers know them. */
export function Marked({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map((s, i) => {
        const key = `${i}-${s.text.slice(0, 12)}`
        if (s.change === 'inserted') return <ins key={key}>{s.text}</ins>
        return s.change === 'deleted' ? <del key={key}>{s.text}</del> : <span key={key}>{s.text}</span>
      })}
    </>
  )
}
