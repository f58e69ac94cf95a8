import { showTime } from '../../../lib/calendar/day.ts'
import type { Span } from '../../../lib/documents/out/official-document.ts'
import { type ComparedLine, hasChanges } from '../../../lib/richtext/compare.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { TextComparison } from '../../../ui/text-comparison.tsx'
import { texts } from '../editorial.texts.ts'
import { type Item, itemAddress, type Version } from '../item.ts'
import type { Changes } from '../items/changes.ts'
import type { ChannelChange } from '../items/channel-changes.ts'
import { Pieces } from './pieces.tsx'
import { ChannelChanges, FieldChanges, FileChanges, PictureChanges } from './version-changes.tsx'

export interface VersionsPageProps {
  item: Item
  versions: readonly Version[]
  older: Version
  newer: Version
  /** Each plain part of the text with its differences, word by word. */
  parts: readonly { key: 'title' | 'lead' | 'byline'; spans: readonly Span[] }[]
  /** Pictures, files and fields of the kind. */
  changes: Changes
  channels: readonly ChannelChange[]
  /** The text itself: words, marks, links, tables and images. */
  body: readonly ComparedLine[]
}

/** Two versions of a text, word by word, and beside the words all else that an approval covers. */
export function VersionsPage(props: VersionsPageProps) {
  const { item, versions, older, newer, parts, changes, channels, body } = props
  const t = words(texts, useRequest().locale)
  const options = versions.map((v) => ({
    value: String(v.number),
    label: [t.version(v.number), v.savedByName, showTime(v.savedAt), standing(item, v, t)].join(' · '),
  }))
  const changed = parts.filter((p) => p.spans.some((s) => s.change !== undefined))
  const hasNone =
    changed.length + channels.length === 0 &&
    !hasChanges(body) &&
    Object.values(changes)
      .flat()
      .every((c) => c === false)
  return (
    <>
      <PageHead title={t.compareTitle(item.title)} />
      <Form
        action={`${itemAddress(item.id)}/versions`}
        method="get"
        values={{ from: String(older.number), to: String(newer.number) }}
      >
        <Select name="from" label={t.older} options={options} />
        <Select name="to" label={t.newer} options={options} />
        <Button kind="secondary">{t.show}</Button>
      </Form>
      {hasNone && <p>{t.noDifference}</p>}
      {changed.map((part) => (
        <Panel title={t[part.key]} key={part.key}>
          <p class="letter">
            <Pieces spans={part.spans} />
          </p>
        </Panel>
      ))}
      <PictureChanges itemId={item.id} changes={changes} />
      <FileChanges itemId={item.id} changes={changes} />
      <FieldChanges changes={changes} />
      <ChannelChanges itemId={item.id} channels={channels} />
      {hasChanges(body) && (
        <Panel title={t.body}>
          <TextComparison lines={body} />
        </Panel>
      )}
    </>
  )
}

type Told = ReturnType<typeof words<typeof texts>>

function standing(item: Item, v: Version, t: Told): string {
  if (v.number === item.publishedVersion) return t.isPublic
  if (!v.sealed) return t.atWork
  return item.publishedVersion !== null && v.number < item.publishedVersion ? t.superseded : t.sealedOn
}
