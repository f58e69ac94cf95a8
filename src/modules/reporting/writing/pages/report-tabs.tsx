import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { Tabs } from '../../../../ui/tabs.tsx'
import { reportAddress } from '../../report.ts'
import { texts } from '../writing.texts.ts'

/** The views of one report. */
export function ReportTabs(props: { reportId: number; current: 'report' | 'versions' }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const address = reportAddress(props.reportId)
  return (
    <Tabs
      label={t.report}
      tabs={[
        { href: address, label: t.report, current: props.current === 'report' },
        { href: `${address}/versions`, label: t.versions, current: props.current === 'versions' },
      ]}
    />
  )
}
