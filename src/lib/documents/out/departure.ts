import {
  type ComponentName,
  componentNames,
  type Phrase,
  phrases,
  type RuleName,
  rules,
} from './layout-check.texts.ts'

/** One way in which a document departs from the layout of NĐ 30/2020/NĐ-CP. */
export interface Departure {
  rule: RuleName
  component: ComponentName | null
  /** What stands in the document: a size, a length, the first words. */
  found: string
  /** In how many places. */
  times: number
  source: string
  /** The wording of the rule has not been read in the decree itself. */
  unverified: boolean
  /** What to do, in one sentence. */
  vi: string
  en: string
}

export type Filling = { phrase: Phrase; found?: string } | string

const decree = 'NĐ 30/2020/NĐ-CP'
const sources: Partial<Record<RuleName, string>> = {
  missing: `${decree}, Điều 8 và Phụ lục I`,
  nfc: `${decree}, Phụ lục I (TCVN 6909:2001)`,
}

function said(filling: Filling, language: 'vi' | 'en'): string {
  if (typeof filling === 'string') return filling
  return phrases[filling.phrase][language].replace('{found}', filling.found ?? '')
}

/** First words of a paragraph, enough to find it. */
export function quote(text: string): string {
  const words = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  return words.length <= 60 ? words : `${words.slice(0, 59).trimEnd()}…`
}

/** Last words of a paragraph. */
export function quoteEnd(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(-30)
    .replace(/^\S*\s/u, '')
}

export function departure(
  rule: RuleName,
  component: ComponentName | null,
  found: Filling = '',
  asked: Filling = '',
  times = 1,
): Departure {
  const words = rules[rule]
  const fill = (language: 'vi' | 'en') =>
    words[language]
      .replace('{component}', component ? componentNames[component][language] : '')
      .replace('{found}', () => said(found, language))
      .replace('{asked}', () => said(asked, language))
  const about = rule === 'size' || rule === 'style' || rule === 'missing'
  const source = component === 'about' && about ? `${decree}, Phụ lục I, mục II.4.b` : sources[rule]
  return {
    rule,
    component,
    found: said(found, 'vi'),
    times,
    source: source ?? `${decree}, Phụ lục I`,
    unverified: words.unverified || (component === 'pageNumber' && rule === 'size'),
    vi: fill('vi'),
    en: fill('en'),
  }
}
