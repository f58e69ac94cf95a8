import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { texts } from '../reach.texts.ts'

/** What a reader finds whose paper is older than the text. */
export function OldPrintPage({ title, changed, href }: { title: string; changed: string; href: string }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead title={t.oldPrint} lead={title} />
      <Notice tone="warn">{t.oldPrintWhy(changed)}</Notice>
      <ButtonLink href={href} kind="primary" icon="right">
        {t.seeNew}
      </ButtonLink>
    </>
  )
}
