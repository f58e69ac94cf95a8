import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { Tabs } from '../../../../ui/tabs.tsx'
import { reportAddress } from '../../report.ts'
import { texts } from '../writing.texts.ts'

type View = 'report' | 'consolidation' | 'checks' | 'versions' | 'documents'

/** The views of one report; that of consolidation only for those made from others. */
export function ReportTabs(props: { reportId: number; gathers: boolean; current: View }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const address = reportAddress(props.reportId)
  const views: readonly (readonly [View, string, string])[] = [
    ['report', address, t.report],
    ...(props.gathers ? [['consolidation', `${address}/consolidation`, t.consolidation] as const] : []),
    ['checks', `${address}/checks`, t.checks],
    ['versions', `${address}/versions`, t.versions],
    ['documents', `${address}/documents`, t.asDocument],
  ]
  return (
    <Tabs
      label={t.report}
      tabs={views.map(([view, href, label]) => ({ href, label, current: props.current === view }))}
    />
  )
}
