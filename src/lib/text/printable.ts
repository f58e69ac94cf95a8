// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu

/** NFC, without the characters XML forbids: one stray control character makes Word and Excel refuse a whole file. */
export function printable(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(forbidden, '')
}
