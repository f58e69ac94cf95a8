import type { ComponentChildren } from 'preact'
import { Button, ButtonGroup, ButtonLink } from './button.tsx'
import { Form } from './form.tsx'
import { PageHead } from './page-head.tsx'
import { useWords } from './words.ts'

type ConfirmPageProps = {
  /** A question: "Xóa dự thảo này?" */
  question: string
  /** What will happen, and whether it can be undone. */
  children: ComponentChildren
  /** The verb itself: "Xóa dự thảo". */
  verb: string
  action: string
  cancel: string
  danger?: boolean
  fields?: Readonly<Record<string, string>>
}

/** The body of a page that asks before something that cannot easily be taken back. */
export function ConfirmPage({
  question,
  children,
  verb,
  action,
  cancel,
  danger,
  fields = {},
}: ConfirmPageProps) {
  const w = useWords()
  return (
    <>
      <PageHead title={question} />
      <div class="prose">{children}</div>
      <Form action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
        <ButtonGroup>
          <Button kind={danger ? 'danger' : 'primary'}>{verb}</Button>
          <ButtonLink kind="quiet" href={cancel}>
            {w.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
