import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { isQuietSvg } from './quiet-svg.ts'

/**
 * Every kind of file the program takes. Active content (scripts, programs, macros) is not among them; an SVG is one only
 * without any (`quiet-svg.ts`), and is never shown in place.
 */
export const kinds = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  tif: 'image/tiff',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  vtt: 'text/vtt',
  html: 'text/html',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  svg: 'image/svg+xml',
  zip: 'application/zip',
} as const
export type FileKind = keyof typeof kinds

export const documentKinds: readonly FileKind[] = ['docx', 'doc', 'pdf', 'html', 'txt', 'md']
export const sheetKinds: readonly FileKind[] = ['xlsx', 'csv']
export const imageKinds: readonly FileKind[] = ['jpg', 'png', 'webp', 'heic', 'tif']
export const audioKinds: readonly FileKind[] = ['mp3', 'm4a', 'wav', 'ogg']
export const mediaKinds: readonly FileKind[] = ['mp3', 'm4a', 'wav', 'ogg', 'mp4', 'mov', 'webm']

/** What browsers play without a program of their own, by type; captions go with a video. A .mov is only downloaded. */
const played: Readonly<Record<string, 'audio' | 'video' | 'captions'>> = {
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/wav': 'audio',
  'audio/ogg': 'audio',
  'video/mp4': 'video',
  'video/webm': 'video',
  'text/vtt': 'captions',
}

/** How a file of this type is played in a page; null: it is only downloaded. */
export function playedAs(mime: string): 'audio' | 'video' | 'captions' | null {
  return played[mime] ?? null
}

const textKinds: Record<string, FileKind> = {
  '.html': 'html',
  '.htm': 'html',
  '.txt': 'txt',
  '.md': 'md',
  '.csv': 'csv',
}
/** Names that the content detector gives to what we call otherwise. An old .doc is an OLE container ('cfb'). */
const otherNames: Record<string, FileKind> = { heif: 'heic', 'tif-cog': 'tif', oga: 'ogg', opus: 'ogg' }

/** The kind of a file by its content; text, which has no marks of its own, by its name and the absence of NUL bytes. */
export async function kindOf(path: string, name: string): Promise<FileKind | null> {
  const extension = extname(name).toLowerCase()
  const found = await fileTypeFromFile(path)
  if (found?.ext === 'cfb') return extension === '.doc' ? 'doc' : null
  if (found && found.ext !== 'xml') {
    const kind = otherNames[found.ext] ?? found.ext
    return kind in kinds ? (kind as FileKind) : null
  }
  if (extension === '.svg') return (await isQuietSvg(path)) ? 'svg' : null
  const kind = textKinds[extension]
  return kind && (await looksLikeText(path)) ? kind : null
}

/** UTF-16 with its mark is text too, though full of NUL bytes. */
async function looksLikeText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const head = buffer.subarray(0, bytesRead)
    const mark = head.length >= 2 ? head.readUInt16BE(0) : 0
    return mark === 0xfffe || mark === 0xfeff || !head.includes(0)
  } finally {
    await file.close()
  }
}
