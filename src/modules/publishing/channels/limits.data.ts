import type { ChannelKind } from './kinds.ts'

/** utf16: as JavaScript counts, the most careful count where a service does not say; bytes: of UTF-8. */
export type Counting = 'utf16' | 'points' | 'bytes'

/** `most` and `least` are refused when broken; over `good` is advice. */
export interface FieldLimit {
  used: boolean
  needed: boolean
  most: number | null
  good: number | null
  counted: Counting
}

export interface ImageLimit {
  least: number
  most: number
  /** Bytes of one image: a JPEG that is not larger is made for the service from whatever was uploaded. */
  bytes: number | null
}

export interface ChannelLimits {
  title: FieldLimit
  lead: FieldLimit
  text: FieldLimit
  link: { used: boolean; needed: boolean }
  images: ImageLimit
  buttons: { most: number; label: number }
  /** All of it as it is sent, in bytes of UTF-8. */
  whole: number | null
  /**
   * Where the numbers come from. `verified` false: the service's own page could not be read when this was written, so
   * the number is what others observed; the service's answer decides, and its refusal is shown in plain words.
   */
  source: string
  verified: boolean
}

const unused: FieldLimit = { used: false, needed: false, most: null, good: null, counted: 'utf16' }
const free = (needed: boolean, good: number | null = null): FieldLimit => ({
  used: true,
  needed,
  most: null,
  good,
  counted: 'utf16',
})
const upTo = (most: number, needed: boolean, good: number | null = null): FieldLimit => ({
  used: true,
  needed,
  most,
  good,
  counted: 'utf16',
})
const noImages: ImageLimit = { least: 0, most: 0, bytes: null }
const anyImages: ImageLimit = { least: 0, most: 50, bytes: null }
const noButtons = { most: 0, label: 0 }

export const channelLimits: Record<ChannelKind, ChannelLimits> = {
  portal: {
    title: free(true, 110),
    lead: free(false, 300),
    text: free(true),
    link: { used: false, needed: false },
    images: anyImages,
    buttons: noButtons,
    whole: null,
    source: 'Our own portal: no limit but what is good to read.',
    verified: true,
  },
  rss: {
    title: free(true, 110),
    lead: free(false, 300),
    text: free(true),
    link: { used: false, needed: false },
    images: anyImages,
    buttons: noButtons,
    whole: null,
    source: 'RSS 2.0 sets no length.',
    verified: true,
  },
  newsletter: {
    // RFC 5322 2.1.1: a line of at most 998 characters; a phone shows about 60 of a subject.
    title: upTo(240, true, 60),
    lead: free(false, 140),
    text: free(true),
    link: { used: true, needed: true },
    images: { least: 0, most: 10, bytes: 1_000_000 },
    buttons: noButtons,
    whole: null,
    source: 'RFC 5322 2.1.1',
    verified: true,
  },
  webpush: {
    title: upTo(120, true, 50),
    lead: unused,
    text: upTo(400, true, 120),
    link: { used: true, needed: true },
    images: noImages,
    buttons: noButtons,
    // RFC 8030 7.2 lets a service refuse more than 4096 bytes; RFC 8291 section 4 leaves 3993 of them for us.
    whole: 3_993,
    source: 'RFC 8030 7.2, RFC 8291 4',
    verified: true,
  },
  zalo: {
    // Told as 150 and 300; texts of exactly that length were refused, so one fewer.
    title: upTo(149, true, 100),
    lead: upTo(299, true, 200),
    text: upTo(50_000, true),
    link: { used: true, needed: false },
    images: { least: 1, most: 10, bytes: 1_000_000 },
    buttons: noButtons,
    whole: null,
    source:
      'docs.zaloplatforms.com, Article API (create), as quoted by others in 2026: title 150, description 300, picture 1 MB: UNVERIFIED, the page could not be opened; programs saw texts of exactly that length refused, so one fewer; length of the body is our own bound',
    verified: false,
  },
  facebook: {
    title: unused,
    lead: unused,
    text: upTo(63_206, true, 800),
    link: { used: true, needed: false },
    images: {
      least: 0,
      most: 10,
      bytes: 4_000_000,
    },
    buttons: noButtons,
    whole: null,
    source:
      'developers.facebook.com, Pages API: the way of posting was read; length of 63,206 and 4 MB an image as publishing programs state them: UNVERIFIED',
    verified: false,
  },
  webhook: {
    title: free(true),
    lead: free(false),
    text: free(true),
    link: { used: true, needed: false },
    images: anyImages,
    buttons: noButtons,
    whole: 256_000,
    source: 'Our own: the contract that the receiver builds against (docs/guide).',
    verified: true,
  },
  manual: {
    title: free(false),
    lead: free(false),
    text: free(true),
    link: { used: true, needed: false },
    images: anyImages,
    buttons: noButtons,
    whole: null,
    source: 'A person takes it there: no limit of ours.',
    verified: true,
  },
}

/** A message of advice from an Official Account takes the place of an article's limits. */
export const consultationLimits: ChannelLimits = {
  title: unused,
  lead: unused,
  text: upTo(2_000, true),
  link: { used: true, needed: false },
  images: { least: 0, most: 1, bytes: 1_000_000 },
  buttons: noButtons,
  whole: null,
  source:
    'docs.zaloplatforms.com, v3.0 /oa/message/cs, as quoted by others in 2026: 2,000 characters, picture 1 MB: UNVERIFIED',
  verified: false,
}

/** The words of a template stand at Zalo; here are only those that fill it. */
export const templateLimits: ChannelLimits = {
  title: unused,
  lead: unused,
  text: free(false),
  link: { used: false, needed: false },
  images: noImages,
  buttons: noButtons,
  whole: null,
  source: 'docs.zaloplatforms.com, v3.0 /oa/message/template, as quoted by others in 2026: UNVERIFIED',
  verified: false,
}
