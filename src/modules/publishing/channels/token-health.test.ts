import { expect, test } from 'vitest'
import { tokenHealth } from './token-health.ts'

const now = new Date('2026-11-22T02:00:00Z')
const inDays = (n: number) => new Date(now.getTime() + n * 86_400_000)
type Facts = Parameters<typeof tokenHealth>[0]
const facts = (more: Partial<Facts>): Facts => ({
  ...{ kind: 'zalo', settings: {}, tokenExpiresAt: inDays(0.6), refreshExpiresAt: inDays(89), state: 'on' },
  ...{ trouble: null, health: {} },
  ...more,
})
const said = (more: Partial<Facts>) => {
  const found = tokenHealth(facts(more), now)
  return found && [found.tone, found.title.vi, found.isDue]
}
const trouble = (code: string) => ({ code, who: 'channel', vi: '', en: '', at: now.toISOString() }) as const

test('of a Zalo account: exchanged by itself, unless nobody granted anything, or it ended', () => {
  expect(said({})).toEqual(['good', 'Tốt: hệ thống tự đổi mã, ngày hai lần', false])
  expect(said({ refreshExpiresAt: null })?.[0]).toBe('bad')
  expect(said({ refreshExpiresAt: inDays(-1) })).toEqual([
    'bad',
    'Quyền do OA cấp đã hết, kênh không gửi được',
    true,
  ])
  expect(said({ refreshExpiresAt: inDays(9) })).toEqual(['warn', 'Quyền do OA cấp sắp hết hạn', true])
  expect(said({ state: 'needs_attention', trouble: trouble('grant') })?.[2]).toBe(true)
  expect(said({ state: 'off', tokenExpiresAt: inDays(-3) })?.[0]).toBe('warn')
})

test('of a Facebook page: a fortnight before its end its people have steps to do', () => {
  const page = { kind: 'facebook', refreshExpiresAt: null } as const
  expect(said({ ...page, tokenExpiresAt: inDays(40) })?.[0]).toBe('good')
  const near = tokenHealth(facts({ ...page, tokenExpiresAt: inDays(10) }), now)
  expect(near).toMatchObject({ tone: 'warn', isDue: true, until: { vi: 'Hạn đến 02/12/2026 09:00.' } })
  expect(near?.steps).toHaveLength(5)
  expect(said({ ...page, tokenExpiresAt: inDays(-1) })?.[0]).toBe('bad')
  expect(said({ ...page, tokenExpiresAt: null })).toEqual([
    'warn',
    'Chưa biết mã truy cập còn hạn đến khi nào',
    false,
  ])
  const asked = { settings: { appId: '7' }, health: { good: true } }
  expect(said({ ...page, tokenExpiresAt: null, ...asked })?.[0]).toBe('good')
  expect(said({ ...page, settings: { simulated: '1' } })).toBeNull()
})
