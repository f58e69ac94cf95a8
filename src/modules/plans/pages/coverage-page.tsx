import { Matrix, type MatrixCell } from '../../../ui/matrix.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import type { Coverage } from '../coverage.ts'
import { type Label, type Plan, planAddress, shownTitle } from '../plan.ts'
import { PlanTabs } from './plan-page.tsx'
import { PlanStateTag, useTexts } from './plan-words.tsx'

export interface CoveragePageProps {
  plan: Plan
  coverage: Coverage
  themes: readonly Label[]
  forms: readonly Label[]
  mayLabel: boolean
}

/** Themes by forms: what the plan covers and what it leaves out (QN-07). */
export function CoveragePage({ plan, coverage, themes, forms, mayLabel }: CoveragePageProps) {
  const t = useTexts()
  const { locale } = useRequest()
  const columns = forms.filter((f) => coverage.formIds.includes(f.id))
  const gaps = themes.filter((th) => coverage.gaps.includes(th.id))
  return (
    <>
      <PageHead
        title={shownTitle(plan.title)}
        kicker={t.coverage}
        tags={<PlanStateTag state={plan.state} />}
      />
      <PlanTabs plan={plan} here="/coverage" />
      <p>{t.coverageLead}</p>
      {gaps.length > 0 && (
        <Notice tone="warn">
          <p>{t.gapsFound(gaps.map((g) => g[locale]).join('; '))}</p>
        </Notice>
      )}
      {columns.length === 0 ? (
        <p class="soft">{t.noForms}</p>
      ) : (
        <Matrix
          caption={t.coverage}
          corner={t.themes}
          gap={t.gap}
          columns={columns.map((f) => ({ key: String(f.id), label: f[locale] }))}
          rows={themes.map((theme) => ({
            key: String(theme.id),
            label: theme[locale],
            cells: columns.map((f) =>
              cellOf(
                plan,
                coverage.cells
                  .get(theme.id)
                  ?.get(f.id)
                  ?.map((x) => x.id) ?? [],
              ),
            ),
          }))}
        />
      )}
      {coverage.unlabelled.length > 0 && (
        <Panel title={`${t.unlabelled} (${coverage.unlabelled.length})`}>
          <ul>
            {coverage.unlabelled.map((task) => (
              <li key={task.id}>
                {mayLabel ? (
                  <a href={`${planAddress(plan.id)}/tasks/${task.id}`}>{task.content}</a>
                ) : (
                  task.content
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function cellOf(plan: Plan, taskIds: readonly number[]): MatrixCell {
  const count = taskIds.length
  const level = (count > 3 ? 4 : count) as MatrixCell['level']
  if (count === 0) return { text: '0', level: 0 }
  return { text: String(count), level, href: `${planAddress(plan.id)}#task-${taskIds[0]}` }
}
