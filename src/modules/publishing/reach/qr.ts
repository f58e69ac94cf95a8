import QRCode from 'qrcode'

/**
 * Black on white and four modules of quiet around (ISO/IEC 18004, 9.1): colours and a narrow edge are what keeps old
 * phones from reading. Level Q bears a quarter of it spoiled: paper is folded, and rained on.
 */
const look = { errorCorrectionLevel: 'Q', margin: 4, color: { dark: '#000000', light: '#ffffff' } } as const

/** A code as a drawing without scripts; it carries its own white ground. */
export function qrSvg(address: string): Promise<string> {
  return QRCode.toString(address, { ...look, type: 'svg' })
}

/** A code as a picture, `side` pixels at least as good as asked: modules are whole pixels. */
export function qrPng(address: string, side = 1000): Promise<Buffer> {
  const modules = QRCode.create(address, look).modules.size + 2 * look.margin
  return QRCode.toBuffer(address, { ...look, type: 'png', scale: Math.max(1, Math.ceil(side / modules)) })
}
