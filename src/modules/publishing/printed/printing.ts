import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Config } from '../../../lib/config.ts'
import type { Db } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import { fileById } from '../../../lib/files/files.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { imagesOf } from '../../../lib/richtext/contents.ts'
import { storedRichText } from '../../../lib/richtext/parse.ts'
import { province, unitAsOf } from '../../organisations/organisations.ts'
import { texts as prepares } from '../prepared/prepared.texts.ts'
import { mayLeave } from '../prepared/readiness.ts'
import { linkAddress } from '../reach/links.ts'
import { qrSvg } from '../reach/qr.ts'
import { printKinds } from './print-kind.ts'
import type { Product } from './printed.sql.ts'
import { blocksBefore, outline, picturePath, printBlocks } from './printed-blocks.ts'
import type { Picture, PrintInput } from './setting.ts'
import { selectOwner, selectWords } from './words.sql.ts'

const says = {
  remember: 'Điều cần nhớ',
  inside: 'Trong tờ gấp này',
  scan: 'Quét mã để xem bản mới nhất',
  scanWhy: 'Mở máy ảnh của điện thoại, hướng vào mã.',
  help: 'Cần giúp đỡ?',
  notes: 'Ghi chú',
}

export interface ReadyToPrint {
  input: PrintInput
  pictures: Picture[]
  /** What stands in the text, for choosing what to print. */
  outline: ReturnType<typeof outline>
}

/** All that a template needs of a product: the words of its version, the owner's lines, its own code. */
export async function readyToPrint(
  db: Db,
  config: Config,
  provinceId: number,
  product: Product,
): Promise<ReadyToPrint> {
  const words = await selectWords(db, provinceId, product)
  if (!words) throw notFound()
  const body = storedRichText(words.body)
  const pictures = await picturesOf(
    db,
    config,
    provinceId,
    [words.image?.fileId ?? [], imagesOf(body).map((i) => i.file)].flat(),
  )
  const hasFile = (file: number) => pictures.some((p) => p.path === picturePath(file))
  const leftOut = new Set(product.leftOut)
  const before = blocksBefore(
    words,
    imagesOf(body).some((i) => hasFile(i.file)),
  ).filter((b) => b.kind !== 'image' || hasFile(b.file))
  const owner = await ownerOf(db, provinceId)
  const day = dayOf(words.publishedAt)
  const unit = await unitAsOf(db, provinceId, product.unitId, dayOf(product.madeAt))
  const address = await linkAddress(db, provinceId, config.baseUrl, { code: product.code })
  const kind = printKinds[product.kind]
  const version =
    product.preparedNumber === null
      ? `bản ${product.version}`
      : prepares.approvedVersion.vi(product.preparedNumber)
  const input: PrintInput = {
    kind: product.kind,
    title: words.title,
    lead: words.lead,
    blocks: [...before.filter((b) => !leftOut.has(b.at)), ...printBlocks(body, leftOut, hasFile)],
    ...owner,
    cover: `Tài liệu phát miễn phí · Tháng ${Number(day.slice(5, 7))}/${day.slice(0, 4)}`,
    imprint: `${unit?.name ?? owner.owner} biên soạn · ${version}, ngày ${showDay(day)}`,
    qr: await qrSvg(address),
    address: address.replace(/^https?:\/\//, ''),
    codeSays: `Mã QR dẫn tới bản mới nhất: ${address}`,
    says,
    held: mayLeave(product) ? '' : prepares.notReleased.vi,
    slug: `${kind.vi} – ${words.title} – ${version}, ${showDay(day)}`,
    date: [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))],
  }
  return { input, pictures, outline: outline(before, body, hasFile) }
}

async function ownerOf(db: Db, provinceId: number) {
  const portal = await selectOwner(db, provinceId)
  const { name = '' } = (await province(db, provinceId)) ?? {}
  const lines = (portal?.lines ?? '')
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
  const feedback = [portal?.feedbackPhone, portal?.feedbackLink && new URL(portal.feedbackLink).host]
    .filter(Boolean)
    .join(' – ')
  // Paper has room for two lines; who reads it telephones sooner than writes.
  const contact = [
    portal?.hotline ? `Đường dây nóng: ${portal.hotline}` : '',
    feedback ? `Phản ánh, kiến nghị: ${feedback}` : (portal?.email ?? ''),
  ]
  return {
    owner: portal?.name || `UBND ${name}`,
    ownerLines: lines.length > 0 ? lines.slice(0, 3) : [`ỦY BAN NHÂN DÂN ${name.toLocaleUpperCase('vi')}`],
    contact: contact.some(Boolean) ? contact.filter(Boolean) : ['Bộ phận Một cửa xã, phường nơi cư trú'],
  }
}

/** Fit for paper: upright, no larger than a page needs, without what a camera writes into a photo. */
async function picturesOf(
  db: Db,
  config: Config,
  provinceId: number,
  ids: readonly number[],
): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const id of new Set(ids)) {
    const file = await fileById(db, provinceId, id)
    const path = file && storedPath(config.dataDir, file.sha256)
    if (!path || !existsSync(path)) continue
    const bytes = await sharp(path, { limitInputPixels: 60_000_000 })
      .rotate()
      .resize(2000, 2000, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 88 })
      .toBuffer()
      .catch(() => null)
    if (bytes) pictures.push({ path: picturePath(id), bytes })
  }
  return pictures
}
