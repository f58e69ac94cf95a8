import type { Locale } from '../../../lib/actor.ts'
import { type Day, showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { type Sort, Table } from '../../../ui/table.tsx'
import { texts as documentTexts } from '../documents.texts.ts'
import { texts } from '../portal.texts.ts'
import { publicationAddress } from '../publication.ts'
import type { Entry } from '../reading.sql.ts'
import { textOf } from './event-date.tsx'
import { ValidityTag } from './validity.tsx'

interface DocumentsTableProps {
  locale: Locale
  entries: readonly Entry[]
  sort: Sort
  today: Day
}

/** Directing documents by number, day, title and issuer, each with whether it holds today. */
export function DocumentsTable(props: DocumentsTableProps) {
  const { entries, sort, today, locale } = props
  const w = words(texts, locale)
  return (
    <Table
      caption={w.documents}
      silentCaption
      sort={sort}
      columns={[
        {
          key: 'number',
          label: w.number,
          width: 'medium',
          sortable: true,
          cell: (d: Entry) => textOf(d.facts, 'number'),
        },
        {
          key: 'day',
          label: w.day,
          width: 'narrow',
          sortable: true,
          cell: (d: Entry) => showDay(textOf(d.facts, 'day')),
        },
        {
          key: 'title',
          label: w.abstract,
          main: true,
          width: 'wide',
          cell: (d: Entry) => <a href={publicationAddress(d)}>{d.title}</a>,
        },
        {
          key: 'issuer',
          label: w.issuer,
          phone: 'bare',
          sortable: true,
          cell: (d: Entry) => textOf(d.facts, 'issuer'),
        },
        {
          key: 'validity',
          label: documentTexts.validity[locale],
          phone: 'bare',
          cell: (d: Entry) => <ValidityTag validity={d.validity} today={today} locale={locale} />,
        },
      ]}
      rows={entries}
      rowKey={(d) => String(d.id)}
      narrow="lines"
    />
  )
}
