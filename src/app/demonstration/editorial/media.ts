import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { Actor } from '../../../lib/actor.ts'
import { insertFile } from '../../../lib/files/files.ts'
import type { FileKind } from '../../../lib/files/kinds.ts'
import { keepArrival, writeArrival } from '../../../lib/files/store.ts'
import { projectPath } from '../../../lib/paths.ts'
import { attachFiles } from '../../../modules/editorial/items/attachments.ts'
import type { Stage } from '../stage.ts'

const captions = `WEBVTT

00:00.000 --> 00:02.000
Bước 1: Đăng nhập bằng VNeID

00:02.000 --> 00:04.000
Bước 2: Chọn “Đăng ký khai sinh”

00:04.000 --> 00:06.000
Bước 3: Thanh toán và nhận mã hồ sơ

00:06.000 --> 00:08.000
Phim minh họa, không phải thủ tục thật
`

/** A short film with captions, or a chime: made for the demonstration, and saying so. */
export async function addMedia(
  stage: Stage,
  id: number,
  writer: Actor,
  what: 'film' | 'chime',
): Promise<void> {
  const film = () => readFileSync(projectPath('src/app/demonstration/editorial/film.webm'))
  const files: readonly (readonly [name: string, kind: FileKind, bytes: Buffer])[] =
    what === 'film'
      ? [
          ['Phim minh họa.webm', 'webm', film()],
          ['Phim minh họa, phụ đề.vtt', 'vtt', Buffer.from(captions)],
        ]
      : [['Nhạc hiệu minh họa.wav', 'wav', chime()]]
  for (const [name, kind, bytes] of files) {
    const arrived = await writeArrival(stage.config.dataDir, Readable.from([bytes]))
    await keepArrival(stage.config.dataDir, arrived)
    const facts = { sha256: arrived.sha256, bytes: arrived.bytes, kind, name }
    const file = await insertFile(stage.tx, stage.provinceId, writer.accountId, stage.now, facts)
    await attachFiles(stage.tx, writer, id, [{ fileId: file.id, name }], stage.now)
  }
}

const rate = 8_000

/** Three notes that fade, 8 bits, 8,000 samples a second: 24 kB. */
function chime(): Buffer {
  const samples = Buffer.alloc(rate * 3)
  for (let i = 0; i < samples.length; i++) {
    const note = [523.25, 659.25, 783.99][Math.floor(i / rate)] ?? 0
    const t = (i % rate) / rate
    samples[i] = 128 + Math.round(90 * Math.exp(-3 * t) * Math.sin(2 * Math.PI * note * t))
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
