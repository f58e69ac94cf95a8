import type { SendFault } from '../../channel.ts'
import type { Call } from './adapter.ts'
import { answerOf } from './answers.ts'

export interface ZaloTokens {
  accessToken: string
  refreshToken: string
  accessUntil: Date
  refreshUntil: Date
}

/** `used`: the service does not know the token that was given: it is spent, ended or wrong. */
export type Exchange =
  | { is: 'good'; tokens: ZaloTokens }
  | { is: 'used'; fault: SendFault }
  | { is: 'later'; fault: SendFault; reached: boolean }

type Way = Pick<Call, 'http' | 'bases' | 'now'>
const threeMonthsMs = 90 * 86_400_000

/**
 * Exchanges a code (with what proves that we asked for it), or a refresh token, for new tokens. A refresh token is good
 * for one exchange and three months, an access token for about 25 hours (`expires_in` says).
 */
export async function exchange(
  way: Way,
  app: { appId: string; appSecret: string },
  given: { code: string; verifier: string } | { refreshToken: string },
): Promise<Exchange> {
  const fields =
    'code' in given
      ? { grant_type: 'authorization_code', code: given.code, code_verifier: given.verifier }
      : { grant_type: 'refresh_token', refresh_token: given.refreshToken }
  const got = await answerOf(
    way.http(`${way.bases.zaloOauth}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: app.appSecret, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ app_id: app.appId, ...fields }).toString(),
    }),
  )
  if ('outcome' in got) return { is: 'later', fault: got.outcome.fault, reached: got.outcome.is === 'unsure' }
  const json = (got.json ?? {}) as Record<string, unknown>
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = json
  if (typeof access === 'string' && typeof refresh === 'string')
    return {
      is: 'good',
      tokens: {
        accessToken: access,
        refreshToken: refresh,
        accessUntil: new Date(way.now.getTime() + (Number(seconds) || 90_000) * 1000),
        refreshUntil: new Date(
          way.now.getTime() + (Number(json['refresh_token_expires_in']) * 1000 || threeMonthsMs),
        ),
      },
    }
  const said = `${String(json['error'] ?? got.answer.status)} ${String(json['error_description'] ?? json['error_name'] ?? json['message'] ?? '').slice(0, 200)}`
  if (typeof json['error'] === 'number' && json['error'] !== 0)
    return { is: 'used', fault: { ...spent, said } }
  return { is: 'later', fault: { ...spent, said }, reached: true }
}

const spent: SendFault = {
  code: 'grant',
  who: 'channel',
  vi: 'Zalo không đổi được mã truy cập mới. Người quản lý OA cần bấm “Cấp quyền lại” ở trang của kênh.',
  en: 'Zalo gave no new token. Whoever runs the account must press “Grant access again” on the channel’s page.',
}

/** Where a person of the account says yes; `challenge` is the hash of what we keep and show only at the exchange. */
export function permissionAddress(
  bases: Call['bases'],
  app: { appId: string; callback: string; state: string; challenge: string },
): string {
  const query = new URLSearchParams({
    app_id: app.appId,
    redirect_uri: app.callback,
    code_challenge: app.challenge,
    state: app.state,
  })
  return `${bases.zaloOauth}/v4/oa/permission?${query}`
}
