import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, type Measured, print } from './ask.ts'
import { benchItems, htmlOf } from './fill.ts'

const port = 4_791

/**
 * Ghost with the same items on SQLite, its own theme and its own caching, in production mode. GHOST: the folder of an
 * unpacked `ghost` package with its packages installed; GHOST_NODE: the Node it wants.
 */
export async function ghost(
  slugs: readonly string[],
  items: number,
  size: { seconds: number; readers: number },
): Promise<Record<string, Measured> | string> {
  const folder = process.env['GHOST']
  if (!folder || !existsSync(join(folder, 'index.js'))) return 'GHOST names no folder of an installed ghost.'
  const place = mkdtempSync('/tmp/chungtay-bench-ghost-')
  const file = join(place, 'ghost.db')
  const settings = {
    NODE_ENV: 'production',
    url: `http://127.0.0.1:${port}`,
    server__host: '127.0.0.1',
    server__port: String(port),
    database__client: 'sqlite3',
    database__connection__filename: file,
    database__useNullAsDefault: 'true',
    mail__transport: 'Direct',
    logging__level: 'error',
    logging__transports: '["stderr"]',
    privacy__useUpdateCheck: 'false',
  }
  const run = () =>
    spawn(process.env['GHOST_NODE'] ?? 'node', ['index.js'], {
      cwd: folder,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  let child = run()
  try {
    if (!(await answers())) return 'it did not answer within two minutes.'
    child.kill('SIGTERM')
    await sleep(3_000)
    fill(file, items)
    child = run()
    if (!(await answers())) return 'it did not answer once it was filled.'
    const pids = [child.pid ?? 0]
    const at = async (name: string, next: (n: number) => string) => {
      const measured = await ask(`http://127.0.0.1:${port}`, next, pids, size)
      print(`Ghost: ${name}`, measured)
      return measured
    }
    return {
      home: await at('home', () => '/'),
      article: await at('one article', () => `/${slugs[0]}/`),
      'article, each another': await at('articles, each another', (n) => `/${slugs[1 + (n % 2_000)]}/`),
    }
  } finally {
    child.kill('SIGKILL')
    rmSync(place, { recursive: true, force: true })
  }
}

async function answers(): Promise<boolean> {
  for (let i = 0; i < 120; i++) {
    await sleep(1_000)
    const ok = await fetch(`http://127.0.0.1:${port}/`).then(
      (r) => r.status === 200,
      () => false,
    )
    if (ok) return true
  }
  return false
}

/** Straight into its tables, as its importer would in many minutes. */
function fill(file: string, items: number): void {
  const db = new DatabaseSync(file)
  const author = db.prepare('select id from users limit 1').get()?.['id'] as string
  const post =
    db.prepare(`insert into posts (id, uuid, title, slug, html, plaintext, featured, type, status, visibility,
    email_recipient_filter, created_at, created_by, updated_at, updated_by, published_at, published_by)
    values (?, ?, ?, ?, ?, ?, 0, 'post', 'published', 'public', 'all', ?, ?, ?, ?, ?, ?)`)
  const written = db.prepare(
    'insert into posts_authors (id, post_id, author_id, sort_order) values (?, ?, ?, 0)',
  )
  const id = (n: number) => n.toString(16).padStart(24, '0')
  db.exec(
    "begin; delete from posts_tags; delete from posts_authors; delete from posts_meta; delete from posts where type = 'post'",
  )
  let n = 1
  for (const item of benchItems(items)) {
    const at = item.at.toISOString().slice(0, 19).replace('T', ' ')
    const words = item.paragraphs.join('\n')
    post.run(
      id(n),
      randomUUID(),
      item.title.slice(0, 255),
      item.slug,
      htmlOf(item),
      words,
      at,
      author,
      at,
      author,
      at,
      author,
    )
    written.run(id(n + 1_000_000), id(n), author)
    n += 1
  }
  db.exec('commit')
  db.close()
}
