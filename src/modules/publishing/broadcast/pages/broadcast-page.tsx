import { dayOf, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { ReadinessTag } from '../../prepared/pages/readiness-notice.tsx'
import type { Script } from '../broadcast.sql.ts'
import { texts } from '../broadcast.texts.ts'
import type { Package } from '../packages.sql.ts'
import { showSeconds, timingOf } from '../script.ts'

type BroadcastProps = {
  scripts: readonly Script[]
  packages: readonly (Package & { handed: number; taken: number; aired: number })[]
  mayWork: boolean
}

export function BroadcastPage({ scripts, packages, mayWork }: BroadcastProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead
        title={t.broadcast}
        lead={t.lead}
        actions={
          mayWork && (
            <>
              <ButtonLink href="/broadcast/scripts/new" icon="add" kind="primary">
                {t.newScript}
              </ButtonLink>
              <ButtonLink href="/broadcast/packages/new" icon="megaphone">
                {t.newPackage}
              </ButtonLink>
            </>
          )
        }
      />
      <Panel title={t.packages}>
        {packages.length === 0 ? <p class="soft">{t.noPackages}</p> : <Packages packages={packages} />}
      </Panel>
      {scripts.length === 0 ? (
        <EmptyState title={t.none}>{t.noneWhy}</EmptyState>
      ) : (
        <Scripts scripts={scripts} />
      )}
    </>
  )
}

function Packages({ packages }: Pick<BroadcastProps, 'packages'>) {
  const t = words(texts, useRequest().locale)
  return (
    <Table
      narrow="lines"
      caption={t.packages}
      silentCaption
      rows={packages}
      rowKey={(p) => p.id}
      columns={[
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (p) => <a href={`/broadcast/packages/${p.id}`}>{p.title}</a>,
        },
        { key: 'days', label: t.slots, cell: (p) => `${showDay(p.firstDay)} – ${showDay(p.lastDay)}` },
        {
          key: 'counts',
          label: t.communes,
          numeric: true,
          cell: (p) => `${p.handed} / ${p.taken} / ${p.aired}`,
        },
      ]}
    />
  )
}

function Scripts({ scripts }: Pick<BroadcastProps, 'scripts'>) {
  const t = words(texts, useRequest().locale)
  return (
    <Table
      narrow="lines"
      caption={t.scripts}
      rows={scripts}
      rowKey={(s) => s.id}
      columns={[
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (s) => (
            <>
              <a href={`/broadcast/scripts/${s.id}`}>{s.title}</a>{' '}
              {s.publicationId === null && <ReadinessTag made={s} />}
            </>
          ),
        },
        { key: 'day', label: t.day, cell: (s) => showDay(dayOf(s.madeAt)) },
        {
          key: 'length',
          label: t.length,
          numeric: true,
          cell: (s) => showSeconds(timingOf(s.lines, s.rate).seconds),
        },
        { key: 'slot', label: t.slot, numeric: true, cell: (s) => showSeconds(s.slotSeconds) },
      ]}
    />
  )
}
