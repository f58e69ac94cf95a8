import type { PlainLanguage } from '../../../lib/text/plain-language/plain-language.ts'
import { words } from '../../../lib/text/words.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { PlainLanguageView } from '../../../ui/plain-language.tsx'
import { useRequest } from '../../../ui/request.ts'
import { texts } from '../editorial.texts.ts'
import type { Item } from '../item.ts'
import { texts as plainTexts } from '../plainness/plainness.texts.ts'

export interface PlainPageProps {
  item: Item
  text: string
  result: PlainLanguage
}

export function PlainPage({ item, text, result }: PlainPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead kicker={item.title} title={t.plain} />
      <p>
        <a href={`/desk/plain-language?unit=${item.unitId}`}>
          {words(plainTexts, useRequest().locale).history}
        </a>
      </p>
      <PlainLanguageView text={text} result={result} />
    </>
  )
}
