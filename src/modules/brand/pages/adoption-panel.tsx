import type { Day } from '../../../lib/calendar/day.ts'
import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { StackedBar } from '../../../ui/charts/stacked-bar.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form } from '../../../ui/form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Table } from '../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { stateWords, texts } from '../brand.texts.ts'
import { type Adoption, type AdoptionState, adoptionStates, type Kit, kitAddress, mostBytes } from '../kit.ts'

export interface AdoptionRow extends Adoption {
  unitName: string
  state: AdoptionState
}

export interface Names {
  id: number
  name: string
}

export interface AdoptionProps {
  kit: Kit
  /** Late ones first. */
  rows: readonly AdoptionRow[]
  counts: Readonly<Record<AdoptionState, number>>
  /** Whom one may speak for; empty: nobody. */
  own: readonly Names[]
  /** Who may be asked; null: one may not ask. */
  askable: readonly Names[] | null
  /** Only those of this state are listed. */
  shown: AdoptionState | null
  today: Day
  values: FormValues
  faults: readonly Fault[]
}

const looks: Record<AdoptionState, StatusLook> = {
  late: { tone: 'bad', icon: 'late' },
  waiting: { tone: 'info', icon: 'clock' },
  bare: { tone: 'warn', icon: 'camera' },
  applied: { tone: 'good', icon: 'done' },
}
const colours = { late: 'bad', waiting: 'info', bare: 'warn', applied: 'good' } as const

/** Which units use the set: counted, drawn, listed with the late ones first. */
export function AdoptionPanel(props: AdoptionProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { counts, kit } = props
  const all = adoptionStates.reduce((n, s) => n + counts[s], 0)
  const inUse = counts.applied + counts.bare
  const at = (state: AdoptionState) => `${kitAddress(kit.id)}?state=${state}#adoption`
  return (
    <Panel title={t.adoption} id="adoption">
      {all === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <>
          <Stats>
            {adoptionStates.map((s) => (
              <Stat
                key={s}
                label={stateWords[s][locale]}
                value={String(counts[s])}
                of={`/ ${all}`}
                href={at(s)}
                icon={looks[s].icon}
                {...(counts[s] > 0 ? { tone: looks[s].tone } : {})}
              />
            ))}
          </Stats>
          <StackedBar
            title={t.adoptionChart}
            description={t.adoptionAbout(inUse, all)}
            series={adoptionStates.map((s) => ({ key: s, label: stateWords[s][locale], colour: colours[s] }))}
            rows={[{ label: t.allUnits, values: adoptionStates.map((s) => counts[s]) }]}
          />
          {props.shown && (
            <p>
              {stateWords[props.shown][locale]}. <a href={`${kitAddress(kit.id)}#adoption`}>{t.allUnits}</a>
            </p>
          )}
          <Rows {...props} />
        </>
      )}
      {!kit.retired && props.own.length > 0 && <Tell {...props} />}
      {!kit.retired && props.askable && <Ask {...props} askable={props.askable} />}
    </Panel>
  )
}

function Rows({ kit, rows }: AdoptionProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="scroll"
      caption={t.adoption}
      silentCaption
      dense
      rows={rows}
      rowKey={(r) => r.unitId}
      columns={[
        { key: 'unit', label: t.unit, main: true, width: 'wide', cell: (r) => r.unitName },
        {
          key: 'state',
          label: t.state,
          cell: (r) => <StatusTag look={looks[r.state]}>{stateWords[r.state][locale]}</StatusTag>,
        },
        { key: 'by', label: t.answerBy, cell: (r) => r.answerBy && showDay(r.answerBy) },
        { key: 'since', label: t.since, cell: (r) => r.sinceDay && showDay(r.sinceDay) },
        {
          key: 'photo',
          label: t.photo,
          cell: (r) =>
            r.photoFileId !== null && (
              <a href={`${kitAddress(kit.id)}/adoptions/${r.unitId}/file`}>{t.photoOf(r.unitName)}</a>
            ),
        },
        { key: 'note', label: t.note, cell: (r) => r.note },
      ]}
    />
  )
}

const tellFields = ['unitId', 'sinceDay', 'photo']

function Tell({ kit, own, values, faults }: AdoptionProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.tell} open={faults.some((f) => tellFields.includes(f.field ?? ''))}>
      <Form action={`${kitAddress(kit.id)}/adoptions`} values={values} faults={faults} files>
        <Combobox
          name="unitId"
          label={t.unit}
          empty
          options={own.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <DateInput name="sinceDay" label={t.since} />
        <FileInput
          name="photo"
          label={t.photo}
          hint={t.photoHint}
          accept="image/*"
          camera
          limit={mostBytes}
          optional
        />
        <TextArea name="note" label={t.note} rows={2} optional />
        <Button icon="done">{t.tell}</Button>
      </Form>
    </Details>
  )
}

function Ask({ kit, askable, values, faults }: AdoptionProps & { askable: readonly Names[] }) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.ask} open={faults.some((f) => ['unitIds', 'answerBy'].includes(f.field ?? ''))}>
      <p>{t.askWhy}</p>
      <Form action={`${kitAddress(kit.id)}/calls`} values={values} faults={faults}>
        <DateInput name="answerBy" label={t.askBy} />
        <Checkboxes
          name="groups"
          label={t.askGroups}
          optional
          choices={[
            { value: 'communes', label: t.allCommunes },
            { value: 'agencies', label: t.allAgencies },
          ]}
        />
        <Details summary={t.askUnits}>
          <Checkboxes
            name="unitIds"
            label={t.askUnits}
            optional
            choices={askable.map((u) => ({ value: String(u.id), label: u.name }))}
          />
        </Details>
        <Button kind="secondary" icon="megaphone">
          {t.ask}
        </Button>
      </Form>
    </Details>
  )
}
