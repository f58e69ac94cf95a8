import type { Measured } from './ask.ts'

export async function wordPress(
  _slugs: readonly string[],
  _items: number,
  _size: { seconds: number; readers: number },
): Promise<Record<string, Measured> | string> {
  return 'WORDPRESS=1 was not set.'
}
