import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { Sheet } from '../../../../ui/sheet.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { Collaborator } from '../collaborator.ts'
import { kindWords, texts } from '../collaborators.texts.ts'

export interface ContactSheetProps {
  people: readonly Collaborator[]
  unitName: string
  by: string
  day: string
}

/** The contacts of one unit on paper, with who printed them. */
export function ContactSheet({ people, unitName, by, day }: ContactSheetProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Sheet title={t.own(unitName)} kicker={t.collaborators} meta={[t.printed(by, day)]}>
      <Table
        dense
        narrow="lines"
        caption={t.collaborators}
        silentCaption
        rows={people}
        rowKey={(one) => one.id}
        columns={[
          { key: 'name', label: t.name, main: true, cell: (one) => one.person?.name ?? t.closed },
          { key: 'contact', label: t.contact, cell: (one) => one.person?.contact ?? '' },
          { key: 'place', label: t.place, cell: (one) => one.person?.place ?? '' },
          { key: 'kind', label: t.kind, cell: (one) => kindWords[one.kind][locale] },
        ]}
      />
    </Sheet>
  )
}
