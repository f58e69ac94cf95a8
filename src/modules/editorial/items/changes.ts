import type { Span } from '../../../lib/documents/out/official-document.ts'
import { playedAs } from '../../../lib/files/kinds.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import { richTextToBlocks } from '../../../lib/richtext/blocks.ts'
import type { RichText } from '../../../lib/richtext/rich-text.ts'
import { wordDiff } from '../../../lib/text/word-diff.ts'
import type { FactField, FactValue, PublicationKind } from '../../publishing/publication.ts'
import type { Content, Version } from '../item.ts'
import { factText, fieldsOf } from './facts-form.ts'

/** A picture as readers meet it, with what is said of it. */
export interface Picture {
  fileId: number
  alt: string
  decorative: boolean
  caption: string
}
export interface PictureChange {
  place: 'lead' | 'inText'
  change: 'added' | 'removed' | 'replaced' | 'reworded'
  before: Picture | null
  after: Picture | null
  alt: Span[]
  caption: Span[]
}

type File = Version['files'][number]
export interface FileChange {
  is: 'audio' | 'video' | 'captions' | 'file'
  change: 'added' | 'removed' | 'replaced' | 'renamed'
  before: File | null
  after: File | null
}

export interface FieldChange {
  label: Bilingual
  change: 'added' | 'removed' | 'changed'
  spans: Span[]
}

/** What an approval covers beside the words: changed pictures, files and fields of the kind. */
export interface Changes {
  pictures: PictureChange[]
  /** The same pictures, in another order. */
  picturesMoved: boolean
  files: FileChange[]
  filesMoved: boolean
  fields: FieldChange[]
}

type Compared = Pick<Content, 'body' | 'facts' | 'leadImageId' | 'leadImageAlt'> & Pick<Version, 'files'>

export function changesBetween(kind: PublicationKind, older: Compared, newer: Compared): Changes {
  const [was, is] = [picturesIn(older.body), picturesIn(newer.body)]
  return {
    pictures: [...leadChange(older, newer), ...pictureChanges('inText', was, is)],
    picturesMoved: isMoved(was, is),
    files: fileChanges(older.files, newer.files),
    filesMoved: isMoved(older.files, newer.files),
    fields: fieldsOf(kind).flatMap((f) => fieldChange(f, older.facts[f.name], newer.facts[f.name])),
  }
}

export function picturesIn(body: RichText): Picture[] {
  return richTextToBlocks(body).flatMap((block) =>
    block.kind === 'image'
      ? [
          {
            ...{ fileId: block.file, alt: block.decorative ? '' : block.alt, decorative: block.decorative },
            caption: block.caption.map((s) => s.text).join(''),
          },
        ]
      : [],
  )
}

function leadChange(older: Compared, newer: Compared): PictureChange[] {
  const of = ({ leadImageId, leadImageAlt }: Compared): Picture[] =>
    leadImageId === null ? [] : [{ fileId: leadImageId, alt: leadImageAlt, decorative: false, caption: '' }]
  return pictureChanges('lead', of(older), of(newer))
}

function pictureChanges(
  place: PictureChange['place'],
  was: readonly Picture[],
  is: readonly Picture[],
): PictureChange[] {
  const shaped = (before: Picture | null, after: Picture | null): PictureChange => ({
    ...{ place, before, after, change: changeOf(before, after) },
    alt: wordDiff(before?.alt ?? '', after?.alt ?? ''),
    caption: wordDiff(before?.caption ?? '', after?.caption ?? ''),
  })
  return pairs(was, is)
    .filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b))
    .map(([a, b]) => shaped(a, b))
}

function changeOf(before: Picture | null, after: Picture | null): PictureChange['change'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return before.fileId === after.fileId ? 'reworded' : 'replaced'
}

function fileChanges(was: readonly File[], is: readonly File[]): FileChange[] {
  return pairs(was, is, (a, b) => a.name === b.name)
    .filter(([a, b]) => a?.fileId !== b?.fileId || a?.name !== b?.name)
    .map(([before, after]) => ({
      ...{ before, after, is: playedAs((after ?? before)?.mime ?? '') ?? 'file' },
      change: !before
        ? 'added'
        : !after
          ? 'removed'
          : before.fileId === after.fileId
            ? 'renamed'
            : 'replaced',
    }))
}

/**
 * What belongs together, in the order of the new one: the same file; else what took the place of another, by `isAlike`
 * or, without it, by standing at the same place. What came has no first, what went no second.
 */
function pairs<T extends { fileId: number }>(
  was: readonly T[],
  is: readonly T[],
  isAlike?: (a: T, b: T) => boolean,
): [T | null, T | null][] {
  const left = new Set(was)
  const same = new Map<T, T>()
  const take = (after: T, found: T | undefined) => {
    if (!found || !left.delete(found)) return
    same.set(after, found)
  }
  for (const after of is)
    take(
      after,
      was.find((b) => left.has(b) && b.fileId === after.fileId),
    )
  is.forEach((after, at) => {
    if (same.has(after)) return
    take(after, isAlike ? was.find((b) => left.has(b) && isAlike(b, after)) : was[at])
  })
  const kept = is.map((after): [T | null, T] => [same.get(after) ?? null, after])
  return [...kept, ...[...left].map((before): [T, null] => [before, null])]
}

function isMoved(was: readonly { fileId: number }[], is: readonly { fileId: number }[]): boolean {
  const common = (list: readonly { fileId: number }[], other: readonly { fileId: number }[]) =>
    list.map((f) => f.fileId).filter((id) => other.some((o) => o.fileId === id))
  return common(was, is).join() !== common(is, was).join()
}

function fieldChange(
  field: FactField,
  before: FactValue | undefined,
  after: FactValue | undefined,
): FieldChange[] {
  const [a, b] = [said(field, before), said(field, after)]
  if (a === b) return []
  const change = a === '' ? ('added' as const) : b === '' ? ('removed' as const) : ('changed' as const)
  return [{ label: { vi: field.vi, en: field.en }, change, spans: wordDiff(a, b) }]
}

function said(field: FactField, value: FactValue | undefined): string {
  const chosen = field.choices?.find((c) => c.value === value)
  return chosen ? chosen.vi : factText(field, value)
}
