import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { showCount } from '../../reach/pages/reach-charts.tsx'
import type { Route } from '../library.ts'
import type { Standing } from '../standing.sql.ts'
import { texts } from '../standing.texts.ts'
import { isOverdue } from '../standing.ts'
import { optionsOf, type StandingChoices } from './standing-fields.tsx'

type Common = {
  choices: StandingChoices
  mayWork: boolean
  today: Day
  values: FormValues
  faults: readonly Fault[]
}

const readersOf = (r: Route) =>
  [...r.past, ...(r.here ? [r.here] : [])].reduce((n, s) => n + (s.visitors ?? 0), 0)

/** Every set of books: where it is, where it goes next, and which should have moved. */
export function LibraryPage({ routes, ...common }: Common & { routes: readonly Route[] }) {
  const { choices, mayWork, values, faults } = common
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.library} lead={t.libraryLead} />
      {mayWork && (
        <Details summary={t.addSet} open={faults.length > 0}>
          <Form action="/printed/library" values={values} faults={faults}>
            <div class="columns">
              <TextInput name="name" label={t.setName} />
              <NumberInput name="volumes" label={t.volumes} width="s" />
              <Combobox name="unit" label={t.owner} empty options={optionsOf(choices.units)} />
              <Combobox
                name="item"
                label={t.item}
                optional
                empty
                options={choices.items.map((i) => ({ value: String(i.id), label: i.title }))}
              />
            </div>
            <TextInput name="note" label={t.note} optional width="l" />
            <Button icon="check">{t.save}</Button>
          </Form>
        </Details>
      )}
      {routes.length === 0 ? (
        <EmptyState title={t.noSets}>{t.noSetsWhy}</EmptyState>
      ) : (
        <RouteTable routes={routes} {...common} />
      )}
    </>
  )
}

function RouteTable({ routes, choices, today }: Common & { routes: readonly Route[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.library}
      silentCaption
      rows={routes}
      rowKey={(r) => r.set.id}
      columns={[
        {
          key: 'name',
          label: t.setName,
          main: true,
          width: 'wide',
          cell: (r) => <a href={`/printed/library/${r.set.id}`}>{r.set.name}</a>,
        },
        { key: 'owner', label: t.owner, phone: 'bare', cell: (r) => choices.names.get(r.set.unitId) ?? '' },
        { key: 'here', label: t.here, cell: (r) => <Here here={r.here} today={today} /> },
        { key: 'next', label: t.next, cell: (r) => <Next route={r} today={today} /> },
        { key: 'stops', label: t.stops, numeric: true, cell: (r) => String(r.past.length) },
        { key: 'readers', label: t.readers, numeric: true, cell: (r) => showCount(readersOf(r), locale) },
      ]}
    />
  )
}

function Here({ here, today }: { here: Standing | null; today: Day }) {
  const t = words(texts, useRequest().locale)
  if (!here) return <span class="soft">{t.atOwner}</span>
  return (
    <>
      <a href={`/printed/standing/${here.id}`}>{here.place}</a>{' '}
      {here.toDay && <span class="soft">{t.until(showDay(here.toDay))}</span>}{' '}
      {isOverdue(here, today) && <Tag tone="bad">{t.late}</Tag>}
    </>
  )
}

function Next({ route, today }: { route: Route; today: Day }) {
  const t = words(texts, useRequest().locale)
  const [next] = route.next
  if (!next) return <span class="soft">{t.noNext}</span>
  return (
    <>
      {next.place} <span class="soft">{showDay(next.fromDay)}</span>{' '}
      {next.fromDay < today && <Tag tone="warn">{t.lateNext}</Tag>}
    </>
  )
}

/** The route of one set: now, moving on, stops to come, stops made. */
export function RoutePage({ route, ...common }: Common & { route: Route }) {
  const { mayWork, today, faults, choices } = common
  const { locale } = useRequest()
  const t = words(texts, locale)
  const isPlan = faults.some((f) => f.field?.startsWith('stop'))
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead kicker={t.library} title={route.set.name} lead={choices.names.get(route.set.unitId)} />
      <Stats>
        <Stat label={t.volumes} value={showCount(route.set.volumes, locale)} icon="book" />
        <Stat label={t.stops} value={String(route.past.length)} icon="done" />
        <Stat label={t.readers} value={showCount(readersOf(route), locale)} icon="people" tone="accent" />
      </Stats>
      <Panel title={t.here}>
        <p>
          <Here here={route.here} today={today} />
        </p>
        {mayWork && (
          <Details summary={t.moveOn} open={faults.length > 0 && !isPlan}>
            <MoveForm route={route} {...common} />
          </Details>
        )}
      </Panel>
      <Planned route={route} {...common} isOpen={isPlan} />
      {route.past.length > 0 && (
        <Panel title={t.history}>
          <Timeline
            entries={route.past.map((s) => ({
              key: s.id,
              title: <a href={`/printed/standing/${s.id}`}>{s.place}</a>,
              when: `${showDay(s.fromDay)} – ${showDay(s.takenDown ?? s.fromDay)}`,
              icon: 'book',
              children: s.visitors !== null && (
                <div>
                  {t.readers}: {showCount(s.visitors, locale)}
                </div>
              ),
            }))}
          />
        </Panel>
      )}
    </>
  )
}

function MoveForm({ route, choices, today, values, faults }: Common & { route: Route }) {
  const t = words(texts, useRequest().locale)
  const [first] = route.next
  const elsewhere = (
    <>
      <Combobox name="commune" label={t.commune} optional empty options={optionsOf(choices.communes)} />
      <TextInput name="place" label={t.place} optional />
      <DateInput name="toDay" label={t.toDay} optional />
    </>
  )
  const wheres = [
    ...route.next.map((s) => ({ value: String(s.id), label: `${s.place}, ${showDay(s.fromDay)}` })),
    { value: 'elsewhere', label: t.elsewhere, more: elsewhere },
    ...(route.here ? [{ value: 'home', label: t.home }] : []),
  ]
  const usual = { day: showDay(today), where: first ? String(first.id) : 'elsewhere' }
  return (
    <Form
      action={`/printed/library/${route.set.id}/moves`}
      values={{ ...usual, ...values }}
      faults={faults}
      files
    >
      <p class="soft">{t.moveLead}</p>
      <DateInput name="day" label={t.moveDay} />
      {route.here && (
        <NumberInput name="readers" label={t.readers} hint={t.visitorsHint} optional width="s" />
      )}
      {route.here && <FileInput name="photo" label={t.photo} optional accept="image/*" camera />}
      <Radios name="where" label={t.where} choices={wheres} />
      <Button icon="right">{t.moveOn}</Button>
    </Form>
  )
}

function Planned({
  route,
  choices,
  mayWork,
  today,
  values,
  faults,
  isOpen,
}: Common & { route: Route; isOpen: boolean }) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.plannedStops}>
      {route.next.length === 0 ? (
        <p class="soft">{t.noNext}</p>
      ) : (
        <ul class="plain">
          {route.next.map((s) => (
            <li key={s.id} class="row">
              <span>
                <strong>{s.place}</strong>, {showDay(s.fromDay)} – {showDay(s.toDay)}{' '}
                {s.fromDay < today && <Tag tone="warn">{t.lateNext}</Tag>}
              </span>
              {mayWork && (
                <Form action={`/printed/library/${route.set.id}/stops/${s.id}/dropping`} bare>
                  <Button kind="quiet" small icon="delete">
                    {t.drop}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWork && (
        <Details summary={t.plan} open={isOpen}>
          <Form action={`/printed/library/${route.set.id}/stops`} values={values} faults={faults}>
            <div class="columns">
              <Combobox
                name="stopCommune"
                label={t.commune}
                optional
                empty
                options={optionsOf(choices.communes)}
              />
              <TextInput name="stopPlace" label={t.place} />
              <DateInput name="stopFrom" label={t.fromDay} />
              <DateInput name="stopTo" label={t.toDay} />
            </div>
            <Button icon="add">{t.plan}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}
