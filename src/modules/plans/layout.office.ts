import { readFile } from 'node:fs/promises'
import { checkLayout } from '../../lib/documents/out/layout-check.ts'
import type { Fault } from '../../lib/errors.ts'
import { storedPath } from '../../lib/files/store.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import { officePage } from '../../ui/answer.tsx'
import { crumbs } from './crumbs.ts'
import { LayoutCheckPage, type LayoutCheckPageProps } from './pages/layout-check-page.tsx'
import { view } from './pages/view.tsx'
import { texts } from './plans.texts.ts'

const limit = 20 * 1024 * 1024

/** Names each departure of a .docx from the layout of Nghị định 30/2020/NĐ-CP. */
export const layoutRoutes: readonly Route[] = [
  { method: 'GET', path: '/layout-checks', who: 'signedIn', handle: (c) => page(c, null, []) },
  { method: 'POST', path: '/layout-checks', who: 'signedIn', handle: check, upload: true },
]

async function check(c: Request): Promise<Response> {
  const { files, faults } = await receiveUpload(c, { maxFiles: 1, maxBytes: limit, types: ['docx'] })
  const file = files[0]
  if (!file) return page(c, null, faults.length > 0 ? faults : [{ field: 'file', ...texts.needDocx }])
  try {
    const bytes = new Uint8Array(await readFile(storedPath(c.get('config').dataDir, file.sha256)))
    const departures = checkLayout(bytes).map((d, i) => ({ ...d, key: `${d.rule}-${i}` }))
    return page(c, { name: file.name, departures }, [])
  } catch {
    // A damaged package: the checker reads parts that are not there.
    return page(c, null, [{ field: 'file', ...texts.brokenDocx }])
  }
}

function page(c: Request, checked: LayoutCheckPageProps['checked'], faults: readonly Fault[]): Response {
  const title = texts.checkLayout[c.get('locale')]
  const facts = {
    title,
    crumbs: crumbs(c, null, title),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  return officePage(c, facts, view(LayoutCheckPage, { checked, limit, faults }))
}
