import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './errors.ts'
import { projectPath } from './paths.ts'

const port = z.coerce.number().int().min(0).max(65_535)

/** Good for trying out, and known to everybody. */
const knownSecret = 'demonstration-secret-never-for-production'

const schema = z.object({
  /** demonstration: seeded, one-click sign-in, this machine only. production: neither. */
  CHUNGTAY_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  /** Public address of the site, for links in mails. */
  CHUNGTAY_URL: z.url().optional(),
  /** A PostgreSQL server; without it PostgreSQL runs as a child of this program. */
  DATABASE_URL: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('var'),
  SECRET: z.string().min(1).default(knownSecret),
  /** How many reverse proxies stand before the program and write X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  /** How many requests a signed-in person may make in a minute; an address before signing in, twice as many. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).max(1_000_000).default(600),
  /** Memory in MB for pages of the portal that are kept ready to be sent, in each process; 0: every page is made anew. */
  PORTAL_MEMORY_MB: z.coerce.number().int().min(0).max(65_536).default(128),
  /** Hosts of the own network that channels may call, parted by commas: 'lgsp.tinh.gov.vn,10.1.2.3'. */
  OUTGOING_PRIVATE_HOSTS: z.string().default(''),
  /** Where the services of channels are, for a province whose calls leave by a gateway of its own. */
  ZALO_API_URL: z.url().default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: z.url().default('https://oauth.zaloapp.com'),
  GRAPH_API_URL: z.url().default('https://graph.facebook.com'),
  /** How long such a service may take to answer. What waits for it (leases, questions, tries) follows from this. */
  CHANNEL_CALL_SECONDS: z.coerce.number().min(0.2).max(120).default(20),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).default('Chung Tay <khong-tra-loi@chungtay.invalid>'),
  /** A mailbox for letters that come back; its server must take 'mailbox+anything@…' for it. */
  MAIL_RETURN: z.email().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  INIT_CWD: z.string().optional(),
  CHUNGTAY_LAUNCHER: z.coerce.number().int().optional(),
  CI: z.string().optional(),
  CHUNGTAY_SHARED: z.string().optional(),
})

export interface Config {
  mode: 'demonstration' | 'production'
  host: string
  port: number
  baseUrl: string
  databaseUrl: string | null
  /** Absolute. DATA_DIR is taken from the project's folder where it is relative. */
  dataDir: string
  secret: string
  trustedProxies: number
  /** Of one person (by session), in each process of the program. */
  requestsPerMinute: number
  /** In each process. */
  portalMemoryMb: number
  privateHosts: readonly string[]
  /** Addresses without a slash at their end, and the seconds one call may take. */
  channels: { zaloApi: string; zaloOauth: string; graph: string; callSeconds: number }
  smtpUrl: string | null
  mailFrom: string
  /** 'tra-lai@cchc.tinh.gov.vn'; null: letters come back to their sender. */
  mailReturn: string | null
  /** Demonstration: warnings and worse, so that the screen stays calm. Production: every request. */
  logLevel: string
  /** The folder in which the person typed the command: relative file names start there. */
  callerDir: string
  /** The process that started this one and goes on with it, where there is one. */
  launcherPid: number | null
}

/** A wrong setting of the environment. */
export class WrongConfig extends CannotStart {}

/** Parses the environment once. Throws {@link WrongConfig} with a sentence that says what to set. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const bad = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')
    throw new WrongConfig(
      `Cấu hình chưa đúng, hãy sửa biến môi trường: ${bad}.`,
      `A setting is wrong, mend: ${bad}.`,
    )
  }
  const e = parsed.data
  if (e.CHUNGTAY_MODE === 'production') refuseKnownSecret(e.SECRET)
  return {
    mode: e.CHUNGTAY_MODE,
    host: e.HOST,
    port: e.PORT,
    baseUrl: e.CHUNGTAY_URL ?? `http://${e.HOST}:${e.PORT}`,
    databaseUrl: e.DATABASE_URL ?? null,
    dataDir: isAbsolute(e.DATA_DIR) ? e.DATA_DIR : projectPath(e.DATA_DIR),
    secret: e.SECRET,
    trustedProxies: e.TRUSTED_PROXIES,
    requestsPerMinute: e.REQUESTS_PER_MINUTE,
    portalMemoryMb: e.PORTAL_MEMORY_MB,
    privateHosts: e.OUTGOING_PRIVATE_HOSTS.split(',')
      .map((h) => h.trim())
      .filter(Boolean),
    channels: {
      zaloApi: withoutSlash(e.ZALO_API_URL),
      zaloOauth: withoutSlash(e.ZALO_OAUTH_URL),
      graph: withoutSlash(e.GRAPH_API_URL),
      callSeconds: e.CHANNEL_CALL_SECONDS,
    },
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    mailReturn: e.MAIL_RETURN ?? null,
    logLevel: e.LOG_LEVEL ?? (e.CHUNGTAY_MODE === 'production' ? 'info' : 'warn'),
    callerDir: e.INIT_CWD ?? process.cwd(),
    launcherPid: e.CHUNGTAY_LAUNCHER ?? null,
  }
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '')
}

function refuseKnownSecret(secret: string): void {
  if (secret !== knownSecret && secret.length >= 32) return
  throw new WrongConfig(
    'Chế độ production cần một khóa bí mật riêng dài ít nhất 32 ký tự: hãy đặt SECRET, ví dụ bằng lệnh: openssl rand -base64 48.',
    'Production needs a secret of its own of at least 32 characters: set SECRET, for instance to what openssl rand -base64 48 prints.',
  )
}
