import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { texts } from '../brand.texts.ts'
import { type Kit, kitAddress, kitsAddress } from '../kit.ts'

export interface KitRow extends Kit {
  documentName: string
  parts: number
  applied: number
  asked: number
}

export function KitsPage({ kits, mayKeep }: { kits: readonly KitRow[]; mayKeep: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const add = mayKeep && (
    <ButtonLink icon="add" href={`${kitsAddress}/new`}>
      {t.newKit}
    </ButtonLink>
  )
  return (
    <>
      <PageHead title={t.brand} lead={t.lead} actions={add} />
      {kits.length === 0 ? (
        <EmptyState title={t.none}>{t.noneBody}</EmptyState>
      ) : (
        <Table
          narrow="lines"
          caption={t.brand}
          silentCaption
          rows={kits}
          rowKey={(k) => k.id}
          columns={[
            {
              key: 'name',
              label: t.name,
              main: true,
              width: 'wide',
              cell: (k) => (
                <>
                  <a href={kitAddress(k.id)}>{k.name}</a>{' '}
                  <Publicity isPublic={k.isPublic} isRetired={!!k.retired} />
                </>
              ),
            },
            { key: 'document', label: t.document, cell: (k) => k.documentName },
            { key: 'parts', label: t.parts, numeric: true, cell: (k) => String(k.parts) },
            {
              key: 'adoption',
              label: t.adoption,
              cell: (k) =>
                k.asked > 0 && (
                  <Progress
                    label={t.adoption}
                    silent
                    value={k.applied}
                    max={k.asked}
                    text={t.appliedOf(k.applied, k.asked)}
                  />
                ),
            },
            { key: 'changed', label: t.changed, cell: (k) => showDay(dayOf(k.changedAt)) },
          ]}
        />
      )}
    </>
  )
}

export function Publicity({ isPublic, isRetired }: { isPublic: boolean; isRetired: boolean }) {
  const t = words(texts, useRequest().locale)
  if (isRetired) return <Tag tone="quiet">{t.retiredTag}</Tag>
  return isPublic ? <Tag tone="good">{t.publicTag}</Tag> : <Tag tone="info">{t.innerTag}</Tag>
}
