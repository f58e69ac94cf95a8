import type { ComponentChildren } from 'preact'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'

type ImportPreviewProps = {
  /** Words of the room that imports: the heading, over faults, on both buttons. */
  says: { preview: string; wrongLines: string; take: string; back: string }
  fileName: string
  faults: readonly { line: number; vi: string; en: string }[]
  /** Where imports of this kind live: '/reach/imports'. */
  imports: string
  id: number
  /** The table of what would be written. */
  children: ComponentChildren
}

/** What a sheet would write; only without faults can it be written. */
export function ImportPreview({ says, fileName, faults, imports, id, children }: ImportPreviewProps) {
  const { locale } = useRequest()
  return (
    <>
      <PageHead title={says.preview} lead={fileName} />
      {faults.length > 0 && (
        <Notice tone="bad" title={says.wrongLines}>
          <ul>
            {faults.slice(0, 50).map((f) => (
              <li key={`${f.line} ${f.vi}`}>{f[locale]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {children}
      <ButtonGroup>
        {faults.length === 0 && (
          <Form action={`${imports}/${id}/confirmation`} bare>
            <Button icon="check">{says.take}</Button>
          </Form>
        )}
        <ButtonLink href={`${imports}/new`} kind="quiet">
          {says.back}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}
