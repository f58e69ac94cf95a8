import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { listWords, texts } from '../catalogue.texts.ts'
import { type CatalogueList, catalogueLists, type Label, type Theme } from '../plan.ts'

/** `parentId`, `under` and `priority` for themes only. */
export type Entry = Label & Partial<Theme>

export interface CataloguePageProps {
  list: CatalogueList
  entries: readonly Entry[]
  /** The entry that the form changes; null: it adds one. */
  chosen: Entry | null
  /** How many tasks carry an entry, by its id. */
  onTasks: ReadonlyMap<number, number>
  values: FormValues
  faults: readonly Fault[]
  mayKeep: boolean
}

export function CataloguePage(props: CataloguePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { list } = props
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          props.mayKeep && (
            <ButtonLink href={`/catalogue?list=${list}#change`} icon="add" kind="secondary">
              {listWords[list].add[locale]}
            </ButtonLink>
          )
        }
      />
      <Tabs
        label={t.title}
        tabs={catalogueLists.map((one) => ({
          label: listWords[one].title[locale],
          href: `/catalogue?list=${one}`,
          current: one === list,
        }))}
      />
      <Entries {...props} />
      {props.mayKeep && <EntryForm {...props} />}
    </>
  )
}

function Entries({ list, entries, onTasks, mayKeep }: CataloguePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const columns: Column<Entry>[] = [
    { key: 'name', label: t.name, main: true, width: 'wide', cell: (l) => <Name entry={l} /> },
    { key: 'tasks', label: t.tasks, cell: (l) => onTasks.get(l.id) ?? 0 },
    {
      key: 'state',
      label: t.state,
      cell: (l) => (
        <StatusTag look={l.active ? { tone: 'good', icon: 'done' } : { tone: 'quiet', icon: 'pause' }}>
          {l.active ? t.inUse : t.outOfUse}
        </StatusTag>
      ),
    },
  ]
  if (list === 'forms')
    columns.push({ key: 'online', label: t.online, cell: (l) => (l.online ? t.yes : t.no) })
  if (mayKeep)
    columns.push({
      key: 'change',
      label: t.change,
      silent: true,
      cell: (l) => (
        <a class="nowrap" href={`/catalogue?list=${list}&entry=${l.id}#change`}>
          {t.change}
          <span class="visually-hidden"> {l[locale]}</span>
        </a>
      ),
    })
  return (
    <Table
      caption={listWords[list].title[locale]}
      silentCaption
      dense
      rows={entries}
      rowKey={(l) => l.id}
      columns={columns}
    />
  )
}

function Name({ entry }: { entry: Entry }) {
  const { locale } = useRequest()
  const name = entry[locale]
  if (!entry.under) return <>{name}</>
  return (
    <span class="part-of">
      {name} {entry.priority && <Tag tone="lotus">{texts.priority[locale]}</Tag>}
    </span>
  )
}

function EntryForm({ list, entries, chosen, values, faults }: CataloguePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={listWords[list][chosen ? 'edit' : 'add'][locale]} id="change">
      <Form action={`/catalogue/${list}${chosen ? `/${chosen.id}` : ''}`} values={values} faults={faults}>
        <TextInput name="vi" label={t.name} maxlength={200} width="l" />
        <TextInput name="en" label={t.nameEn} maxlength={200} width="l" optional />
        {list === 'themes' && <Place entries={entries} chosen={chosen} />}
        {list === 'forms' && (
          <Select
            name="online"
            label={t.online}
            hint={t.onlineHint}
            options={[
              { value: '0', label: t.no },
              { value: '1', label: t.yes },
            ]}
          />
        )}
        {chosen && (
          <Select
            name="active"
            label={t.state}
            hint={t.activeHint}
            options={[
              { value: '1', label: t.inUse },
              { value: '0', label: t.outOfUse },
            ]}
          />
        )}
        <Button icon="done">{chosen ? t.save : t.add}</Button>
      </Form>
    </Panel>
  )
}

/** Which theme it is part of, and whether people need it before all else. */
function Place({ entries, chosen }: Pick<CataloguePageProps, 'entries' | 'chosen'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const above = entries.filter((l) => !l.parentId && l.id !== chosen?.id && l.active)
  return (
    <>
      <Combobox
        name="parentId"
        label={t.partOf}
        hint={t.partOfHint}
        empty={t.onItsOwn}
        options={above.map((l) => ({ value: String(l.id), label: l[locale] }))}
        optional
      />
      <Select
        name="priority"
        label={t.priority}
        hint={t.priorityHint}
        options={[
          { value: '0', label: t.no },
          { value: '1', label: t.yes },
        ]}
      />
    </>
  )
}
