import { dayOf, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import type { CheckDefinition, FigureDefinition, SectionDefinition, Template } from '../../template.ts'
import type { KeptVersion } from '../templates.sql.ts'
import { texts } from '../templates.texts.ts'

export function templateAddress(id: number): string {
  return `/reporting/templates/${id}`
}

export interface TemplatesPageProps {
  templates: readonly (Template & { versions: readonly KeptVersion[] })[]
}

/** Every template of the province, with its newest version. */
export function TemplatesPage({ templates }: TemplatesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  type Row = TemplatesPageProps['templates'][number]
  return (
    <>
      <PageHead title={t.templates} lead={t.lead} />
      <Table<Row>
        caption={t.templates}
        silentCaption
        rows={templates}
        rowKey={(r) => r.id}
        columns={[
          {
            key: 'name',
            label: t.templates,
            main: true,
            cell: (r) => <a href={templateAddress(r.id)}>{r.name[locale]}</a>,
          },
          { key: 'shape', label: t.inUse, cell: (r) => t[r.shape] },
          {
            key: 'version',
            label: t.versions,
            cell: (r) => (
              <span class="row">
                {r.versions[0] && t.version(r.versions[0].number)}
                {r.versions[0] && (
                  <Tag tone={r.versions[0].state === 'draft' ? 'info' : 'good'}>{t[r.versions[0].state]}</Tag>
                )}
                {r.retired && <Tag>{t.retired}</Tag>}
              </span>
            ),
          },
        ]}
      />
    </>
  )
}

export interface TemplatePageProps {
  template: Template
  /** The one that is shown. */
  version: KeptVersion
  versions: readonly KeptVersion[]
  mayEdit: boolean
  faults: readonly Fault[]
}

/** A version of a template: its sections in order, what each asks, and, of a draft, the way to change it. */
export function TemplatePage({ template, version, versions, mayEdit, faults }: TemplatePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const address = templateAddress(template.id)
  const editing = mayEdit && version.state === 'draft'
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={t[template.shape]}
        title={template.name[locale]}
        tags={
          <>
            <Tag outline>{t.version(version.number)}</Tag>
            <Tag tone={version.state === 'draft' ? 'info' : 'good'}>{t[version.state]}</Tag>
            {template.retired && <Tag>{t.retired}</Tag>}
          </>
        }
        actions={
          mayEdit && versions[0]?.state === 'published' ? (
            <Form action={`${address}/draft`} bare>
              <Button icon="edit">{t.beginDraft}</Button>
            </Form>
          ) : undefined
        }
      />
      <TitlePanel version={version} address={address} editing={editing} />
      {version.definition.sections.map((s) => (
        <SectionPanel key={s.code} section={s} address={address} editing={editing} />
      ))}
      {editing && (
        <ButtonLink kind="secondary" icon="add" href={`${address}/sections/new`}>
          {t.addSection}
        </ButtonLink>
      )}
      {editing && (
        <Panel title={t.publish}>
          <p>{t.publishWhy}</p>
          <Form action={`${address}/publication`}>
            <TextArea name="note" label={t.note} rows={2} limit={500} optional />
            <Button icon="check">{t.publish}</Button>
          </Form>
        </Panel>
      )}
      <Panel title={t.versions}>
        <Timeline
          entries={versions.map((v) => ({
            key: v.id,
            title: <a href={`${address}?version=${v.number}`}>{`${t.version(v.number)} · ${t[v.state]}`}</a>,
            by: v.madeByName,
            when: showDay(dayOf(v.publishedAt ?? v.madeAt)),
            children: v.note ? <p class="small">{v.note}</p> : undefined,
          }))}
        />
      </Panel>
      {mayEdit && <More template={template} />}
    </>
  )
}

function TitlePanel(props: { version: KeptVersion; address: string; editing: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { title } = props.version.definition
  return (
    <Panel title={t.titleOf}>
      <p>
        <strong>{title[locale]}</strong>
      </p>
      {props.editing && (
        <Details summary={t.titleOf}>
          <Form action={`${props.address}/title`} values={{ titleVi: title.vi, titleEn: title.en }}>
            <TextInput name="titleVi" label={t.titleVi} hint={t.titleHint} />
            <TextInput name="titleEn" label={t.titleEn} />
            <Button kind="secondary">{t.save}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}

function More({ template }: { template: Template }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const address = templateAddress(template.id)
  return (
    <>
      <Details summary={t.copy}>
        <Form action={`${address}/copies`}>
          <TextInput name="nameVi" label={t.nameVi} />
          <TextInput name="nameEn" label={t.nameEn} />
          <Button kind="secondary" icon="copy">
            {t.copy}
          </Button>
        </Form>
      </Details>
      <Form action={`${address}/retirement`} bare>
        <Button kind="quiet" name="retired" value={template.retired ? '' : '1'}>
          {template.retired ? t.unretire : t.retire}
        </Button>
      </Form>
    </>
  )
}

function SectionPanel(props: { section: SectionDefinition; address: string; editing: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { section: s, editing } = props
  const at = `${props.address}/sections/${s.code}`
  return (
    <Panel title={s.heading[locale]}>
      {s.guidance && <p class="hint">{s.guidance[locale]}</p>}
      <div class="row">
        <Tag outline>{s.code}</Tag>
        <Tag tone={s.narrative === 'required' ? 'accent' : 'quiet'}>
          {t.narrative}: {t[s.narrative]}
          {s.narrative === 'required' && ` (≥ ${s.leastSyllables})`}
        </Tag>
        <Tag tone={s.evidence === 'required' ? 'accent' : 'quiet'}>
          {t.evidence}: {t[s.evidence]}
        </Tag>
      </div>
      <FigureLines figures={s.figures} at={at} editing={editing} />
      {s.table && (
        <>
          <p>
            <strong>{t.table(s.table.title[locale])}</strong>
          </p>
          <FigureLines figures={s.table.columns} at={at} editing={editing} columns />
        </>
      )}
      {editing && (
        <Form action={`${at}/move`} bare>
          <ButtonGroup>
            <ButtonLink small kind="secondary" icon="edit" href={`${at}/edit`}>
              {t.edit}
              <span class="visually-hidden"> {s.heading[locale]}</span>
            </ButtonLink>
            <ButtonLink small kind="quiet" icon="add" href={`${at}/figures/new`}>
              {t.addFigure}
              <span class="visually-hidden"> {s.heading[locale]}</span>
            </ButtonLink>
            <ButtonLink small kind="quiet" icon={s.table ? 'edit' : 'add'} href={`${at}/table`}>
              {s.table ? t.editTable : t.addTable}
              <span class="visually-hidden"> {s.heading[locale]}</span>
            </ButtonLink>
            {s.table && (
              <ButtonLink small kind="quiet" icon="add" href={`${at}/columns/new`}>
                {t.addColumn}
                <span class="visually-hidden"> {s.heading[locale]}</span>
              </ButtonLink>
            )}
            <Button small kind="quiet" icon="up" name="by" value="-1">
              {t.up}
            </Button>
            <Button small kind="quiet" icon="down" name="by" value="1">
              {t.down}
            </Button>
            <Button small kind="quiet" icon="delete" formaction={`${at}/removal`}>
              {t.remove}
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </Panel>
  )
}

interface FigureLinesProps {
  figures: readonly FigureDefinition[]
  at: string
  editing: boolean
  /** Columns of a table, not single figures. */
  columns?: boolean
}

function FigureLines(props: FigureLinesProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (props.figures.length === 0) return null
  return (
    <ul class="source-list">
      {props.figures.map((f) => (
        <li key={f.code}>
          {props.editing ? (
            <a href={`${props.at}/${props.columns ? 'columns' : 'figures'}/${f.code}/edit`}>
              {f.label[locale]}
            </a>
          ) : (
            f.label[locale]
          )}{' '}
          <span class="soft small">
            {f.code} · {sourceWords(f, t)}
            {f.required && ` · ${t.required.toLowerCase()}`}
            {f.checks.map((check) => ` · ${checkShown(check)}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function checkShown(check: CheckDefinition): string {
  if (check.kind === 'compare') return `${check.operator} ${check.figure}`
  return `${check.kind === 'at_least' ? '≥' : '≤'} ${check.value}`
}

type T = ReturnType<typeof words<typeof texts>>

function sourceWords(f: FigureDefinition, t: T): string {
  if (f.source.kind === 'formula') return f.source.expression
  if (f.source.kind === 'work') return `${t.fromWork}: ${t[f.source.measure]}`
  return f.source.kind === 'manual' ? t.fromPeople : t.fromActivities
}
