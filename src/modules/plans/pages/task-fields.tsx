import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { TaskGroup } from '../plan.ts'
import { useTexts } from './plan-words.tsx'

/** The fields of a task, as the annex has its columns. */
export function TaskFields({ groups }: { groups: readonly TaskGroup[] }) {
  const t = useTexts()
  const options = groups.map((g) => ({
    value: String(g.id),
    label: [g.ordinal && `${g.ordinal}.`, g.title].filter(Boolean).join(' '),
  }))
  return (
    <>
      <Select name="groupId" label={t.group} options={options} empty={t.noGroup} optional />
      <TextInput name="ordinal" label={t.ordinal} width="s" optional />
      <TextArea name="content" label={t.content} rows={4} />
      <TextArea name="lead" label={t.lead} hint={t.agencyHint} rows={2} />
      <TextArea name="coordinating" label={t.coordinating} rows={3} optional />
      <TextArea name="invited" label={t.invited} rows={2} optional />
      <TextInput name="time" label={t.time} hint={t.timeHint} optional />
      <TextInput name="product" label={t.product} optional />
    </>
  )
}
