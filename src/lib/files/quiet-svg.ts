import { readFile, stat } from 'node:fs/promises'

const mostBytes = 5 * 1024 * 1024

/** What could run or fetch something: whoever opens a drawing from a disk should get a drawing. */
const active = [
  /<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|embed|object|audio|video|handler|listener|set|animate\w*)\b/i,
  /[\s/"']on[a-z]+\s*=/i,
  /<!(?:doctype|entity)/i,
  /<\?xml-stylesheet/i,
  /(?:java|vb)script\s*:/i,
  // A letter of an address written as an entity: nobody who draws does so.
  /(?:href|src|style)\s*=\s*["'][^"']*&(?:#|colon|tab|newline)/i,
  /@import|expression\s*\(/i,
  /(?:href|src)\s*=\s*["'](?!#|data:image\/(?:png|jpeg|webp);)/i,
  /url\s*\(\s*["']?(?!#|data:(?:image\/(?:png|jpeg|webp)|font\/))/i,
]

/** Is the file an SVG drawing that holds no script, handler, entity or link to elsewhere? */
export async function isQuietSvg(path: string): Promise<boolean> {
  if ((await stat(path)).size > mostBytes) return false
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
  const plain = text.replace(/<!--[\s\S]*?-->/g, ' ')
  const isDrawing = /^\s*(?:<\?xml[^>]*\?>\s*)?<(?:svg:)?svg[\s>]/.test(plain)
  return isDrawing && !plain.includes('\u0000') && !active.some((pattern) => pattern.test(plain))
}
