import type { VNode } from 'preact'
import { ConfirmPage } from '../../../../ui/confirm-page.tsx'
import { messageAddress } from '../../channel.ts'
import type { ShownMessage } from '../message-lists.sql.ts'
import type { W } from './message-props.ts'
import { titleOf } from './messages-page.tsx'

export function cancelView({ w, message }: { w: W; message: ShownMessage }): VNode {
  const at = messageAddress(message.id)
  return (
    <ConfirmPage question={w.cancelQuestion} verb={w.cancel} action={`${at}/cancellation`} cancel={at} danger>
      <p>
        <strong>{titleOf(message)}</strong> · {message.channelName}
      </p>
      <p>{w.cancelBody}</p>
    </ConfirmPage>
  )
}
