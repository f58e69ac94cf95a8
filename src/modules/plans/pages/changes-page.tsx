import { PageHead } from '../../../ui/page-head.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type Plan, shownTitle } from '../plan.ts'
import type { TaskChange } from '../plan-compare.ts'
import { PlanTabs } from './plan-page.tsx'
import { PlanLink, PlanStateTag, useTexts } from './plan-words.tsx'

export interface ChangesPageProps {
  plan: Plan
  amended: Plan | null
  changes: readonly TaskChange[]
}

/** What an amendment changes, task by task; what stays the same is only counted. */
export function ChangesPage({ plan, amended, changes }: ChangesPageProps) {
  const t = useTexts()
  const moved = changes.filter((c) => !c.was || !c.becomes || c.changes.length > 0)
  return (
    <>
      <PageHead
        title={shownTitle(plan.title)}
        kicker={t.changes}
        tags={<PlanStateTag state={plan.state} />}
      />
      <PlanTabs plan={plan} here="/changes" />
      {amended ? (
        <p>
          {t.changesLead} <PlanLink plan={amended} />. {t.same}: {changes.length - moved.length}.
        </p>
      ) : (
        <p class="soft">{t.noChanges}</p>
      )}
      {moved.length > 0 && (
        <Table
          caption={t.changes}
          silentCaption
          rows={moved}
          rowKey={(c) => `${c.was?.id ?? 0}-${c.becomes?.id ?? 0}`}
          columns={[
            { key: 'kind', label: t.state, cell: (c) => <Kind change={c} /> },
            { key: 'task', label: t.content, main: true, cell: (c) => (c.becomes ?? c.was)?.content },
            { key: 'fields', label: t.changes, width: 'wide', cell: (c) => <Fields change={c} /> },
          ]}
        />
      )}
    </>
  )
}

function Kind({ change }: { change: TaskChange }) {
  const t = useTexts()
  if (!change.was) {
    return (
      <Tag tone="good" icon="add">
        {t.added}
      </Tag>
    )
  }
  if (!change.becomes) {
    return (
      <Tag tone="bad" icon="minus">
        {t.leftOut}
      </Tag>
    )
  }
  return (
    <Tag tone="info" icon="edit">
      {t.changed}
    </Tag>
  )
}

function Fields({ change }: { change: TaskChange }) {
  const t = useTexts()
  return (
    <dl class="changes">
      {change.changes.map((f) => (
        <>
          <dt>{t[f.field]}</dt>
          <dd>
            {f.was && <del>{f.was}</del>} {f.becomes && <ins>{f.becomes}</ins>}
          </dd>
        </>
      ))}
    </dl>
  )
}
