import { gradeOf } from '../../../../lib/text/plain-language/plain-language.ts'
import { words } from '../../../../lib/text/words.ts'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { PlainScore } from '../../../../ui/plain-language.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Table } from '../../../../ui/table.tsx'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import type { UnitScores } from '../plainness.sql.ts'
import { texts } from '../plainness.texts.ts'
import type { Course } from '../plainness.ts'

export interface PlainnessPageProps {
  units: readonly { id: number; name: string }[]
  unitNames: ReadonlyMap<number, string>
  /** The unit that was asked for; null: all that this person sees. */
  unit: number | null
  course: Course
  /** Of the person who looks, and of nobody else. */
  own: Course
  byUnit: readonly UnitScores[]
}

/** How plain the texts of units are over time; a person's own course is shown to that person alone. */
export function PlainnessPage({ units, unitNames, unit, course, own, byUnit }: PlainnessPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const number = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB')
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <DeskTabs here="plainness" />
      {units.length > 1 && (
        <FilterBar action="/desk/plain-language" values={{ unit: unit === null ? '' : String(unit) }}>
          <Select
            name="unit"
            label={t.unit}
            empty={t.everyUnit}
            options={units.map((u) => ({ value: String(u.id), label: u.name }))}
          />
        </FilterBar>
      )}
      {byUnit.length === 0 && course.texts === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingWhy}</EmptyState>
      ) : (
        <>
          <CourseChart title={t.course} course={course} />
          <Panel title={t.byUnit}>
            <Table
              narrow="lines"
              caption={t.byUnit}
              silentCaption
              rows={byUnit}
              rowKey={(u) => u.unitId}
              columns={[
                {
                  key: 'unit',
                  label: t.unit,
                  main: true,
                  width: 'wide',
                  cell: (u) => (
                    <a href={`/desk/plain-language?unit=${u.unitId}`}>
                      {unitNames.get(u.unitId) ?? u.unitId}
                    </a>
                  ),
                },
                {
                  key: 'score',
                  label: t.score,
                  cell: (u) => <PlainScore result={{ score: u.score, grade: gradeOf(u.score) }} />,
                },
                {
                  key: 'sentence',
                  label: t.meanSentence,
                  numeric: true,
                  cell: (u) => number.format(u.meanSentence),
                },
                { key: 'texts', label: t.texts, numeric: true, cell: (u) => u.texts },
              ]}
            />
          </Panel>
        </>
      )}
      {own.submitted.some((s) => s !== null) && (
        <Panel title={t.ownCourse}>
          <p class="soft">{t.ownOnly}</p>
          <CourseChart title={t.ownCourse} course={own} />
        </Panel>
      )}
    </>
  )
}

function CourseChart({ title, course }: { title: string; course: Course }) {
  const t = words(texts, useRequest().locale)
  const known = course.published.filter((s) => s !== null)
  return (
    <LineChart
      title={title}
      description={t.sentence(course.texts, String(known.at(-1) ?? '–'), String(known[0] ?? '–'))}
      points={course.months.map((m) => `${m.slice(5)}/${m.slice(0, 4)}`)}
      series={[
        { label: t.published, values: course.published },
        { label: t.submitted, values: course.submitted },
      ]}
      highest={100}
    />
  )
}
