import type { Config } from '../../lib/config.ts'
import type { Db } from '../../lib/db/db.ts'
import type { PortalSite } from '../../lib/http/route.ts'
import { type SiteRow, selectSites } from './sites.sql.ts'

export interface FoundSite {
  site: PortalSite
  /** Grows with every change of what readers may see of this portal. */
  revision: string
}

export interface Sites {
  /** The portal under a host's name, as far as is known now; undefined: ask {@link Sites.look} first. */
  known(host: string): FoundSite | null | undefined
  /** The same, after a look into the database where the last one is too old. */
  look(host: string): Promise<FoundSite | null>
}

/**
 * Which portals are open and what is public there, read at most once in `freshMs` (each process for itself): whatever
 * is published is seen everywhere after that long. Who asks while a look is under way waits for it.
 */
export function openSites(db: Db, config: Pick<Config, 'baseUrl'>, freshMs: number): Sites {
  /** Null: the name of a portal that is closed. */
  let byHost = new Map<string, FoundSite | null>()
  let only: FoundSite | null = null
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null

  async function read(): Promise<void> {
    const at = performance.now()
    const rows = await selectSites(db)
    const found = rows.map((row) => ({ row, found: row.isOpen ? toSite(row, config.baseUrl) : null }))
    const open = found.filter((f) => f.found !== null)
    byHost = new Map(found.flatMap(({ row, found: f }) => row.hosts.map((host) => [host, f] as const)))
    only = open.length === 1 ? (open[0]?.found ?? null) : null
    readAt = at
  }

  const pick = (host: string) => {
    const named = byHost.get(host.replace(/:\d+$/, '').toLowerCase())
    return named === undefined ? only : named
  }
  return {
    known: (host) => (performance.now() - readAt < freshMs ? pick(host) : undefined),
    async look(host) {
      if (performance.now() - readAt >= freshMs) {
        reading ??= read().finally(() => {
          reading = null
        })
        await reading
      }
      return pick(host)
    },
  }
}

function toSite(row: SiteRow, baseUrl: string): FoundSite {
  const host = row.hosts[0]
  const revision = `${row.provinceId}.${row.revision}.${row.treeRevision}`
  return {
    revision,
    site: {
      revision,
      treeRevision: row.treeRevision,
      provinceId: row.provinceId,
      name: { vi: row.nameVi, en: row.nameEn },
      shortName: { vi: row.shortVi || row.nameVi, en: row.shortEn || row.nameEn },
      ownerLines: row.ownerLines,
      licence: row.licence,
      look: row.look,
      banner: row.bannerId === null ? null : { fileId: row.bannerId, alt: row.bannerAlt },
      hotline: row.hotline,
      email: row.email,
      services: { app: row.appLink, national: row.nationalLink, system: row.systemLink },
      feedback: { address: row.feedbackAddress, phone: row.feedbackPhone, link: row.feedbackLink },
      isDemonstration: row.isDemonstration,
      origin: host ? `${new URL(baseUrl).protocol}//${host}` : baseUrl.replace(/\/+$/, ''),
    },
  }
}
