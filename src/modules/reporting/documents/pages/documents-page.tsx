import { showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { ReportVersion } from '../../report.ts'
import type { Template } from '../../template.ts'
import { ReportTabs } from '../../writing/pages/report-tabs.tsx'
import { texts } from '../documents.texts.ts'

export interface DocumentsPageProps {
  reportId: number
  kicker: string
  shape: Template['shape']
  gathers: boolean
  versions: readonly ReportVersion[]
  /** Number of the version shown. */
  number: number
  /** Number of the version before it; null where there is none. */
  before: number | null
}

interface Copy {
  key: string
  name: string
  note: string
  files: readonly { label: string; href: string }[]
}

/** What the report can leave as, each with what it is for. */
export function DocumentsPage(props: DocumentsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const copies = copiesOf(props, t)
  return (
    <>
      <PageHead title={t.title} kicker={props.kicker} lead={t.lead} />
      <ReportTabs reportId={props.reportId} gathers={props.gathers} current="documents" />
      <Panel>
        <Table
          caption={t.report}
          silentCaption
          rows={copies}
          rowKey={(c) => c.key}
          columns={[
            {
              key: 'name',
              label: t.kind,
              main: true,
              width: 'wide',
              cell: (c) => (
                <>
                  <strong>{c.name}</strong>
                  <br />
                  <span class="soft">{c.note}</span>
                </>
              ),
            },
            {
              key: 'files',
              label: t.files,
              cell: (c) => (
                <span class="row">
                  {c.files.map((f) => (
                    <a href={f.href} key={f.href} aria-label={`${c.name}: ${f.label}`}>
                      {f.label}
                    </a>
                  ))}
                </span>
              ),
            },
          ]}
        />
      </Panel>
      <Versions {...props} />
    </>
  )
}

type T = ReturnType<typeof words<typeof texts>>

function copiesOf({ reportId, number, before, shape }: DocumentsPageProps, t: T): Copy[] {
  const file = (kind: string, query: string) => ({
    label: { docx: 'Word (.docx)', pdf: 'PDF', xlsx: 'Excel (.xlsx)' }[kind] ?? kind,
    href: `/reports/${reportId}/document.${kind}?version=${number}${query}`,
  })
  const both = (query: string) => [file('docx', query), file('pdf', query)]
  const excerpt = {
    key: 'excerpt',
    name: shape === 'tthc_section' ? t.excerptTthc : t.excerptPar,
    note: t.excerptNote,
    files: [...both('&shape=section'), file('xlsx', '&shape=section')],
  }
  const whole = { key: 'whole', name: t.whole, note: t.wholeNote, files: both('') }
  return [
    ...(shape === 'standalone' ? [whole, excerpt] : [excerpt, whole]),
    { key: 'sources', name: t.withSources, note: t.withSourcesNote, files: both('&sources=1') },
    ...(before === null
      ? []
      : [
          {
            key: 'changes',
            name: t.withChanges,
            note: t.withChangesNote(before),
            files: both('&changes=1'),
          },
        ]),
    { key: 'sheets', name: t.sheets, note: t.sheetsNote, files: [file('xlsx', '')] },
  ]
}

function Versions({ reportId, versions, number }: DocumentsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (versions.length < 2) return null
  return (
    <Panel title={t.versions}>
      <Table
        caption={t.versions}
        silentCaption
        rows={versions}
        rowKey={(v) => v.id}
        columns={[
          {
            key: 'number',
            label: t.version,
            main: true,
            width: 'narrow',
            cell: (v) => (
              <span class="row">
                <a href={`/reports/${reportId}/documents?version=${v.number}`}>{v.number}</a>
                {v.number === number && <Tag tone="info">{t.shown}</Tag>}
              </span>
            ),
          },
          {
            key: 'at',
            label: t.handedIn,
            cell: (v) => (v.submittedAt ? showTime(v.submittedAt) : t.beingWritten),
          },
          { key: 'reason', label: t.reason, width: 'wide', cell: (v) => v.correctionReason ?? '' },
        ]}
      />
    </Panel>
  )
}
