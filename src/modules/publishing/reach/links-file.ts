import { strToU8 } from 'fflate'
import { type BundleEntry, entryName, zipOf } from '../../../lib/files/bundle.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import type { ShortLink } from './links.sql.ts'
import { qrPng, qrSvg } from './qr.ts'
import { channelWords, shortAddress } from './reach.ts'

export type LinkRow = ShortLink & { times: number }

const columns: readonly SheetColumn[] = [
  { key: 'channel', title: 'Kênh', kind: 'text', width: 24 },
  { key: 'place', title: 'Nơi', kind: 'text', width: 40 },
  { key: 'address', title: 'Địa chỉ', kind: 'text', width: 48 },
  { key: 'code', title: 'Mã', kind: 'text', width: 12 },
  { key: 'times', title: 'Lượt mở', kind: 'number', width: 12 },
]

function rowOf(link: LinkRow, origin: string) {
  const address = `${origin}${shortAddress(link.code)}`
  return {
    channel: channelWords(link.channelKind).vi,
    place: link.place,
    address,
    code: link.code,
    times: link.times,
  }
}

export function linksSheet(links: readonly LinkRow[], origin: string): Promise<Uint8Array> {
  return writeSheet({ sheets: [{ name: 'Mã QR', columns, rows: links.map((l) => rowOf(l, origin)) }] })
}

/** Every code as a drawing for printers and a picture for documents, and the sheet that says which is which. */
export async function* linksZip(
  links: readonly LinkRow[],
  origin: string,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const entries: BundleEntry[] = [
    { path: 'danh-sach-ma.xlsx', from: { bytes: await linksSheet(links, origin) } },
  ]
  for (const link of links) {
    const { channel, place, address } = rowOf(link, origin)
    const name = `${entryName(channel)}/${entryName([place, link.code].filter(Boolean).join(' – '))}`
    entries.push({ path: `${name}.svg`, from: { bytes: strToU8(await qrSvg(address)) } })
    entries.push({ path: `${name}.png`, from: { bytes: await qrPng(address) } })
  }
  yield* zipOf(entries, at)
}
