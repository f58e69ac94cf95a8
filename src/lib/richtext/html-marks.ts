import type { DefaultTreeAdapterTypes } from 'parse5'
import { safeHref } from './href.ts'
import { type Mark, passageLanguages } from './rich-text.ts'

export type Tag = DefaultTreeAdapterTypes.Element

export function attribute(tag: Tag, name: string): string {
  return tag.attrs.find((one) => one.name === name)?.value ?? ''
}

export function isHidden(tag: Tag): boolean {
  return (
    tag.attrs.some((one) => one.name === 'hidden') ||
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(tag, 'style'))
  )
}

export function fontOf(tag: Tag): string | undefined {
  if (tag.tagName === 'font' && attribute(tag, 'face')) return attribute(tag, 'face')
  return /font-family\s*:\s*["']?([^;"',]+)/i.exec(attribute(tag, 'style'))?.[1]?.trim()
}

/** The marks within this tag, given those around it. */
export function marksWithin(tag: Tag, around: readonly Mark[]): Mark[] {
  const style = attribute(tag, 'style').toLowerCase()
  let marks = [...around]
  const set = (mark: Mark, on: boolean) => {
    marks = marks.filter((one) => one.type !== mark.type)
    if (on) marks.push(mark)
  }
  const weight = /(?<![-\w])font-weight\s*:\s*(\w+)/.exec(style)?.[1]
  if (tag.tagName === 'b' || tag.tagName === 'strong') set({ type: 'bold' }, true)
  // Google Docs wraps everything in <b style="font-weight:normal">.
  if (weight) set({ type: 'bold' }, weight === 'bold' || weight === 'bolder' || Number(weight) >= 600)
  if (tag.tagName === 'i' || tag.tagName === 'em') set({ type: 'italic' }, true)
  const slant = /(?<![-\w])font-style\s*:\s*(\w+)/.exec(style)?.[1]
  if (slant) set({ type: 'italic' }, slant === 'italic' || slant === 'oblique')
  const height = /(?<![-\w])vertical-align\s*:\s*(super|sub)/.exec(style)?.[1]
  if (tag.tagName === 'sup' || height === 'super') set({ type: 'superscript' }, true)
  if (tag.tagName === 'sub' || height === 'sub') set({ type: 'subscript' }, true)
  const href = tag.tagName === 'a' ? safeHref(attribute(tag, 'href')) : null
  // Bookmarks of the source (#_Toc…, #_ftn1) lead nowhere here.
  if (href && !href.startsWith('#')) set({ type: 'link', attrs: { href } }, true)
  const lang = attribute(tag, 'lang').toLowerCase()
  // Word puts EN-US on whole Vietnamese pages; a tongue that it cannot guess was set by somebody.
  if (lang in passageLanguages && lang !== 'en' && lang !== 'zh') set({ type: 'lang', attrs: { lang } }, true)
  return marks
}
