import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { texts } from '../prepared.texts.ts'

/** Whoever scans a code before its text is public: nothing of the text, not even its name. */
export function SoonPage() {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead title={t.soon} lead={t.soonWhy} />
      <ButtonLink href="/" kind="primary" icon="home">
        {t.toPortal}
      </ButtonLink>
    </>
  )
}
