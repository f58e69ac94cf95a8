import { showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { criteriaTexts } from '../criteria.texts.ts'
import {
  type CriteriaRow,
  type CriteriaTable,
  type CriteriaVersion,
  criteriaAddress,
  itemsOf,
  mostOf,
} from '../criteria.ts'
import type { ShippedTable } from '../examples.data.ts'
import { showBound, showPoints } from '../points.ts'
import { ruleSentence } from '../rule-words.ts'

export interface CriteriaListProps {
  versions: readonly CriteriaVersion[]
  shipped: readonly ShippedTable[]
  year: number
  mayRun: boolean
}

export function CriteriaListPage({ versions, shipped, year, mayRun }: CriteriaListProps) {
  const { locale } = useRequest()
  const t = words(criteriaTexts, locale)
  const take = mayRun ? (
    <ButtonLink href="/scoring/criteria-imports/new" icon="upload">
      {t.take}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <PageHead title={t.criteria} lead={t.lead} actions={take} />
      {versions.length === 0 ? (
        <EmptyState title={t.none} action={take}>
          {t.lead}
        </EmptyState>
      ) : (
        <Table
          caption={t.criteria}
          silentCaption
          rows={versions}
          rowKey={(v) => v.id}
          columns={[
            {
              key: 'name',
              label: t.name,
              main: true,
              width: 'wide',
              cell: (v) => (
                <>
                  <a href={criteriaAddress(v.id)}>{v.setName}</a>{' '}
                  {v.unverified && <Tag tone="warn">{t.unverified}</Tag>}
                  <div class="soft small">{v.source}</div>
                </>
              ),
            },
            { key: 'year', label: t.year, numeric: true, cell: (v) => String(v.year) },
            { key: 'number', label: t.number, numeric: true, cell: (v) => String(v.number) },
            { key: 'most', label: t.most, numeric: true, cell: (v) => showPoints(mostOf(v.table), locale) },
            { key: 'rows', label: t.rows, numeric: true, cell: (v) => String(itemsOf(v.table).length) },
          ]}
        />
      )}
      <Shipped shipped={shipped} year={year} mayRun={mayRun} />
    </>
  )
}

/** Tables that ship, to be looked at, downloaded and taken. */
function Shipped({ shipped, year, mayRun }: Omit<CriteriaListProps, 'versions'>) {
  const { locale } = useRequest()
  const t = words(criteriaTexts, locale)
  return (
    <Panel title={t.shipped}>
      {shipped.map((s) => (
        <div class="stack" key={s.code}>
          <h3>{s.name}</h3>
          <p class="soft">{s.source}</p>
          <Notice tone="warn" small>
            {s.note}
          </Notice>
          <div class="button-group">
            <ButtonLink
              href={`/scoring/criteria/shipped/${s.code}/file`}
              kind="secondary"
              small
              icon="download"
              download
            >
              {t.download}
            </ButtonLink>
            {mayRun && (
              <Form action="/scoring/criteria" bare class="row">
                <input type="hidden" name="code" value={s.code} />
                <NumberInput name="year" id={`year-${s.code}`} label={t.year} value={String(year)} />
                <Button small kind="secondary" icon="add">
                  {t.useShipped}
                </Button>
              </Form>
            )}
          </div>
        </div>
      ))}
    </Panel>
  )
}

/** One version: its rows with each rule in words, and where it came from. */
export function CriteriaPage({ version: v }: { version: CriteriaVersion }) {
  const { locale } = useRequest()
  const t = words(criteriaTexts, locale)
  return (
    <>
      <PageHead
        kicker={`${t.year} ${v.year} · ${t.numbered(v.number)} · ${t.madeBy}: ${v.madeByName}, ${showTime(v.madeAt)}`}
        title={v.setName}
        lead={v.source}
        tags={
          v.unverified ? (
            <Tag tone="warn" icon="warning">
              {t.unverified}
            </Tag>
          ) : undefined
        }
        actions={
          <ButtonLink href={`${criteriaAddress(v.id)}/table.xlsx`} kind="secondary" icon="download" download>
            {t.download}
          </ButtonLink>
        }
      />
      {v.note && (
        <Notice tone={v.unverified ? 'warn' : 'info'} title={t.note}>
          {v.note}
        </Notice>
      )}
      <CriteriaRows table={v.table} />
    </>
  )
}

export function CriteriaRows({ table }: { table: CriteriaTable }) {
  const { locale } = useRequest()
  const t = words(criteriaTexts, locale)
  const name = (r: CriteriaRow) => (r.rule ? r.name : <strong>{r.name}</strong>)
  return (
    <>
      <Table
        caption={t.criteria}
        silentCaption
        rows={table.rows}
        rowKey={(r) => r.code}
        columns={[
          { key: 'code', label: t.ordinal, width: 'narrow', cell: (r) => r.code },
          {
            key: 'name',
            label: t.content,
            main: true,
            width: 'wide',
            cell: (r) => (
              <>
                {name(r)}
                {r.note && <div class="soft small">{r.note}</div>}
              </>
            ),
          },
          { key: 'most', label: t.most, numeric: true, cell: (r) => showPoints(r.most, locale) },
          {
            key: 'rule',
            label: t.rule,
            width: 'wide',
            cell: (r) => (r.rule ? ruleSentence(r.rule, r.most)[locale] : '–'),
          },
          {
            key: 'evidence',
            label: t.evidence,
            cell: (r) => (
              <>
                {r.evidence || '–'} {r.evidenceRequired && <Tag>{t.required}</Tag>}
              </>
            ),
          },
        ]}
      />
      <p>
        <strong>{`${t.rounding}: `}</strong>
        {t.roundingAs(table.rounding.mode, table.rounding.decimals)}.{' '}
        {table.rounding.assumed && (
          <Tag tone="warn" icon="warning">
            {t.roundingAssumed}
          </Tag>
        )}
      </p>
      <p>
        <strong>{`${t.grades}: `}</strong>
        {table.grades.map((g) => `${g.name[locale]} ${t.gradeFrom(showBound(g.from, locale))}`).join('; ')}
      </p>
    </>
  )
}
