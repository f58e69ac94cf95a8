import type { SendFault } from '../../channel.ts'
import type { Adapter } from './adapter.ts'
import { answerOf } from './answers.ts'

/** `until` null: it does not end by itself. unknown: Facebook does not say (without the app's own secret it may not). */
export type TokenLook =
  | { is: 'good'; until: Date | null }
  | { is: 'bad'; fault: SendFault }
  | { is: 'unknown' }

const needed = ['pages_manage_posts', 'pages_read_engagement']

/**
 * Asks what a page's token may do and until when: `GET /debug_token`, by the app's own token (app ID and secret of the
 * channel) or, without them, by the token itself. Source: developers.facebook.com, Graph API, debug_token.
 */
export async function lookAtToken(call: Parameters<Adapter['test']>[0]): Promise<TokenLook> {
  const token = call.secret['pageToken'] ?? ''
  const { appId } = call.settings
  const appSecret = call.secret['appSecret']
  const asking = appId && appSecret ? `${appId}|${appSecret}` : token
  const got = await answerOf(
    call.http(`${call.bases.graph}/debug_token?input_token=${encodeURIComponent(token)}`, {
      method: 'GET',
      headers: { authorization: `Bearer ${asking}` },
    }),
  )
  const { data } = ('outcome' in got ? {} : (got.json ?? {})) as { data?: Record<string, unknown> }
  if (!data || typeof data['is_valid'] !== 'boolean') return { is: 'unknown' }
  if (!data['is_valid']) return { is: 'bad', fault: { ...ended, said: saidOf(data) } }
  const scopes = Array.isArray(data['scopes']) ? data['scopes'] : null
  const missing = needed.filter((scope) => scopes && !scopes.includes(scope))
  if (missing.length > 0) return { is: 'bad', fault: { ...lacking, said: missing.join(', ') } }
  // 0: never. The token lives on where access to data ends, but then it reads and posts nothing.
  const ends = [data['expires_at'], data['data_access_expires_at']].map(Number).filter((n) => n > 0)
  return { is: 'good', until: ends.length > 0 ? new Date(Math.min(...ends) * 1000) : null }
}

function saidOf(data: Record<string, unknown>): string {
  const { message } = (data['error'] ?? {}) as { message?: unknown }
  return String(message ?? '').slice(0, 200)
}

const ended: SendFault = {
  code: 'token',
  who: 'channel',
  vi: 'Mã truy cập của trang Facebook không còn hiệu lực. Người quản lý trang cần cấp mã mới (loại dài hạn) và nhập vào kênh.',
  en: 'The token of the Facebook page is not valid any more. Whoever runs the page must issue a new, long-lived one and enter it.',
}
const lacking: SendFault = {
  code: 'permission',
  who: 'channel',
  vi: 'Mã truy cập thiếu quyền đăng bài. Người quản lý trang cần cấp lại mã với đủ các quyền nêu dưới đây.',
  en: 'The token lacks permissions to post. Whoever runs the page must issue it again with those named below.',
}
