import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import type { IconName } from '../../../ui/icon.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Tag } from '../../../ui/tag.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import type { ChangeKind } from '../estate.ts'
import { type Level, type UnitType, unitAddress } from '../organisation.ts'
import { changeKindNames, factNames, levelNames, texts, unitTypeNames } from '../organisations.texts.ts'
import type { Episode, Told } from '../story.ts'

const icons: Partial<Record<ChangeKind, IconName>> = {
  create: 'add',
  close: 'close',
  appoint_head: 'person',
  move: 'up',
  merge: 'down',
  split: 'sort',
}

/** The life of a unit, newest first. */
export function Story({ episodes }: { episodes: readonly Episode[] }) {
  const { locale } = useRequest()
  return (
    <Timeline
      entries={episodes.map((e, i) => ({
        key: `${e.day}-${i}`,
        title: changeKindNames[e.kind][locale],
        when: showDay(e.day),
        dateTime: e.day,
        icon: icons[e.kind] ?? 'edit',
        changes: e.told.map((t) => ({
          field: factNames[t.fact as keyof typeof factNames][locale],
          before: shown(t.fact, t.before, locale),
          after: shown(t.fact, t.after, locale),
        })),
        children: <Behind episode={e} />,
      }))}
    />
  )
}

function shown(fact: Told['fact'], value: Told['before'], locale: 'vi' | 'en'): string {
  if (value === null) return ''
  if (fact === 'type') return unitTypeNames[value as UnitType][locale]
  if (fact === 'level') return levelNames[value as Level][locale]
  if (typeof value === 'boolean') return texts[value ? 'yes' : 'no'][locale]
  return String(value)
}

/** The document behind a change, and the units it happened with. */
function Behind({ episode: { basis, others } }: { episode: Episode }) {
  const w = words(texts, useRequest().locale)
  const parts = [
    basis.symbol,
    basis.day && w.issuedOn(showDay(basis.day)),
    basis.issuer && w.issuedBy(basis.issuer),
  ].filter((part) => part)
  return (
    <>
      {others.map((o) => (
        <div key={`${o.is}-${o.id}-${o.functionCode}`}>
          {o.is === 'heir' ? w.heir : w.origin}: <a href={unitAddress(o.id)}>{o.name}</a>
          {o.functionCode && <span class="soft"> ({o.functionCode})</span>}
        </div>
      ))}
      {parts.length > 0 && (
        <div class="small soft">
          {w.document}: {parts.join(' ')}
        </div>
      )}
      {basis.note && <div class="small soft">{basis.note}</div>}
      {basis.unverified && (
        <div>
          <Tag tone="warn" icon="warning">
            {w.unverified}
          </Tag>
        </div>
      )}
    </>
  )
}
