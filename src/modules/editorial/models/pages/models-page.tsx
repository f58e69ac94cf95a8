import { words } from '../../../../lib/text/words.ts'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { Listing } from '../../registers/listing.ts'
import { RegisterList } from '../../registers/pages/register-list.tsx'
import { type ModelRow, modelAddress, modelKinds, modelsAddress } from '../model.ts'
import { modelKindWords, texts } from '../models.texts.ts'

export interface ModelsPageProps extends Listing {
  models: readonly ModelRow[]
  /** Those taken over most, of all that the reader sees. */
  top: readonly ModelRow[]
  total: number
  counts: { all: number; used: number; none: number }
  topics: readonly { code: string; vi: string; en: string }[]
  mayWrite: boolean
}

/** What works, and who does it too. */
export function ModelsPage(props: ModelsPageProps) {
  const t = words(texts, useRequest().locale)
  const { counts } = props
  return (
    <RegisterList
      here="models"
      words={{ ...t, title: t.models, lead: t.modelsLead, add: t.newModel }}
      listing={props}
      total={props.total}
      add={props.mayWrite ? `${modelsAddress}/new` : null}
      scene="search"
      above={
        <>
          <Stats>
            <Stat label={t.statModels} value={String(counts.all)} icon="star" href={modelsAddress} />
            <Stat
              label={t.statUsed}
              value={String(counts.used)}
              icon="done"
              href={`${modelsAddress}?adopted=used`}
            />
            <Stat
              label={t.statNone}
              value={String(counts.none)}
              icon="circle"
              href={`${modelsAddress}?adopted=none`}
            />
          </Stats>
          <Chart top={props.top} />
          <Filters {...props} />
        </>
      }
    >
      <Rows {...props} />
    </RegisterList>
  )
}

function usedBy({ adopters }: ModelRow): number {
  return adopters.in_use + adopters.trying
}

function Chart({ top }: Pick<ModelsPageProps, 'top'>) {
  const t = words(texts, useRequest().locale)
  const used = top.filter((m) => usedBy(m) > 0)
  if (used.length === 0) return null
  const sum = used.reduce((n, m) => n + usedBy(m), 0)
  return (
    <BarChart
      title={t.chart}
      description={t.chartAbout(sum)}
      bars={used.map((m) => ({ label: m.name, value: usedBy(m), text: t.units(usedBy(m)) }))}
    />
  )
}

function Filters({ query, units, topics, total }: ModelsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <FilterBar action={modelsAddress} values={query} rows={total}>
      <TextInput name="words" label={t.words} />
      <Select
        name="kind"
        label={t.kind}
        empty={t.all}
        options={modelKinds.map((k) => ({ value: k, label: modelKindWords[k][locale] }))}
      />
      <Select
        name="topic"
        label={t.topic}
        empty={t.all}
        options={topics.map((x) => ({ value: x.code, label: x[locale] }))}
      />
      <Combobox
        name="unit"
        label={t.unit}
        empty={t.all}
        options={units.map((u) => ({ value: String(u.id), label: u.name }))}
      />
      <Select
        name="adopted"
        label={t.adopted}
        empty={t.all}
        options={[
          { value: 'used', label: t.statUsed },
          { value: 'none', label: t.statNone },
        ]}
      />
      <Checkboxes name="withdrawn" label={t.state} choices={[{ value: '1', label: t.withdrawn }]} optional />
    </FilterBar>
  )
}

function Rows({ models, unitNames, topics }: ModelsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.models}
      silentCaption
      rows={models}
      rowKey={(m) => m.id}
      columns={[
        {
          key: 'name',
          label: t.name,
          main: true,
          width: 'wide',
          cell: (m) => (
            <>
              <a href={modelAddress(m.id)}>{m.name}</a>
              <br />
              <span class="soft small">{m.subject}</span>
            </>
          ),
        },
        { key: 'kind', label: t.kind, cell: (m) => modelKindWords[m.kind][locale] },
        { key: 'unit', label: t.unit, cell: (m) => unitNames.get(m.unitId) },
        { key: 'topic', label: t.topic, cell: (m) => topics.find((x) => x.code === m.topic)?.[locale] ?? '' },
        { key: 'adopters', label: t.adopters, cell: (m) => (usedBy(m) > 0 ? t.units(usedBy(m)) : t.nobody) },
      ]}
    />
  )
}
