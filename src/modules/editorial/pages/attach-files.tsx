import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { texts } from '../editorial.texts.ts'
import { itemAddress } from '../item.ts'
import type { ItemView } from '../items/showing.ts'

type AttachFilesProps = { view: ItemView; values: FormValues; faults: readonly Fault[] }

/** What readers download with the text: seen, taken out, added. */
export function AttachFiles({ view, values, faults }: AttachFilesProps) {
  const t = words(texts, useRequest().locale)
  const at = `${itemAddress(view.item.id)}/files`
  return (
    <Panel title={t.files} id="files">
      {view.version.files.length > 0 && (
        <ul class="desk-files">
          {view.version.files.map((f) => (
            <li key={f.fileId}>
              <Icon name="download" />
              <a href={`${at}/${f.fileId}`} download>
                {f.name}
              </a>
              <Form action={`${at}/${f.fileId}/removal`} bare>
                <Button kind="quiet" small icon="delete">
                  {t.takeOut}
                  <span class="visually-hidden">: {f.name}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form action={at} values={values} faults={faults} files>
        <FileInput name="files" label={t.files} hint={t.filesHint} multiple limit={200 * 1024 * 1024} />
        <TextInput name="fileName" label={t.fileName} hint={t.fileNameHint} maxlength={300} optional />
        <Button kind="secondary" icon="upload">
          {t.addFiles}
        </Button>
      </Form>
    </Panel>
  )
}
