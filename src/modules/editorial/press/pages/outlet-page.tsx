import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { texts as noteTexts } from '../../monitoring/monitoring.texts.ts'
import { NoteTable, type NoteTableProps } from '../../monitoring/pages/notes-page.tsx'
import { type Correction, type Outlet, type OutletKind, outletAddress } from '../../outlet.ts'
import { correctionTexts } from '../corrections.texts.ts'
import { outletKindWords, texts } from '../press.texts.ts'
import { Corrections, ReasonField, shown, TakeOut } from './corrections.tsx'
import { OutletFields } from './outlet-fields.tsx'

export interface OutletPageProps {
  outlet: Outlet
  /** Pieces registered of it. */
  pieces: number
  /** Notes of monitoring about it that the reader sees. */
  notes: NoteTableProps
  corrections: readonly Correction[]
  unitNames: ReadonlyMap<number, string>
  values: FormValues
  faults: readonly Fault[]
  mayKeep: boolean
}

export function OutletState({ outlet }: { outlet: Pick<Outlet, 'retired'> }) {
  const k = words(correctionTexts, useRequest().locale)
  return outlet.retired ? (
    <StatusTag look={{ tone: 'quiet', icon: 'pause' }}>{k.isRetired}</StatusTag>
  ) : (
    <StatusTag look={{ tone: 'good', icon: 'check' }}>{k.inUse}</StatusTag>
  )
}

export function OutletPage(props: OutletPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const k = words(correctionTexts, locale)
  const { outlet, mayKeep } = props
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={outletKindWords[outlet.kind][locale]}
        title={outlet.name}
        tags={<OutletState outlet={outlet} />}
        actions={
          mayKeep && (
            <ButtonLink icon="edit" kind="quiet" href={`${outletAddress(outlet.id)}/edit`}>
              {k.editOutlet}
            </ButtonLink>
          )
        }
      />
      <SummaryList
        facts={[
          { label: t.editions, value: outlet.editions.join(', ') },
          { label: t.ownUnit, value: outlet.unitId && props.unitNames.get(outlet.unitId) },
          { label: t.email, value: outlet.email },
          { label: t.site, value: outlet.webAddress && <a href={outlet.webAddress}>{outlet.webAddress}</a> },
          {
            label: k.entriesOf,
            value: <a href={`/desk/press?outlet=${outlet.id}`}>{k.entriesCount(props.pieces)}</a>,
          },
        ]}
      />
      {props.notes.notes.length > 0 && (
        <Panel title={noteTexts.ofOutlet[locale]}>
          <NoteTable {...props.notes} />
        </Panel>
      )}
      {mayKeep && <Use {...props} />}
      <Corrections corrections={props.corrections} changes={(c) => changesOf(props, c)} />
    </>
  )
}

function Use({ outlet, corrections, values, faults }: OutletPageProps) {
  const k = words(correctionTexts, useRequest().locale)
  const seen = corrections[0]?.id ?? 0
  const action = `${outletAddress(outlet.id)}/retirement`
  if (!outlet.retired)
    return (
      <TakeOut
        {...{ action, seen, values, faults }}
        summary={k.retireOutlet}
        words={k.retireWhy}
        label={k.retireOutlet}
      />
    )
  return (
    <Form action={`${outletAddress(outlet.id)}/restoration`} values={values} faults={faults}>
      <p>{k.restoreWhy}</p>
      <ReasonField seen={seen} />
      <Button kind="secondary" icon="refresh">
        {k.restoreOutlet}
      </Button>
    </Form>
  )
}

function changesOf({ outlet, corrections, unitNames }: OutletPageProps, c: Correction) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const next = corrections[corrections.indexOf(c) - 1]
  const after: Readonly<Record<string, unknown>> = next ? next.was : { ...outlet }
  const name = (key: string, value: unknown) => {
    if (key === 'unitId') return unitNames.get(Number(value)) ?? ''
    return key === 'kind' ? outletKindWords[value as OutletKind][locale] : shown(value)
  }
  const fields = [
    ['name', t.outletName],
    ['kind', t.kind],
    ['editions', t.editions],
    ['unitId', t.ownUnit],
    ['email', t.email],
    ['webAddress', t.site],
  ] as const
  return fields
    .filter(([key]) => JSON.stringify(c.was[key]) !== JSON.stringify(after[key]))
    .map(([key, field]) => ({ field, before: name(key, c.was[key]), after: name(key, after[key]) }))
}

export interface EditOutletPageProps {
  outlet: Outlet
  seen: number
  units: readonly { id: number; name: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function EditOutletPage({ outlet, seen, units, values, faults }: EditOutletPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const k = words(correctionTexts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead kicker={outlet.name} title={k.editOutlet} />
      <Form action={outletAddress(outlet.id)} values={values} faults={faults}>
        <OutletFields units={units} />
        <ReasonField seen={seen} />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={outletAddress(outlet.id)}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
