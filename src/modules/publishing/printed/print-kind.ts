import type { Bilingual } from '../../../lib/http/route.ts'

/**
 * What a text can be printed as. `sizes`: of its letters in points, from the most comfortable to the smallest that
 * may be printed; `pages`: as many as fit, null: as many as it takes. `channel`: what its code is counted for.
 */
export const printKinds = {
  leaflet: {
    vi: 'Tờ gấp A4 (gấp ba)',
    en: 'Leaflet A4, folded in three',
    template: 'leaflet',
    channel: 'leaflet',
    sizes: [18, 17, 16, 15, 14.25, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9],
    pages: 2,
    paper: 'A4',
    aboutVi:
      'In hai mặt, khổ A4 ngang, gấp cuộn 97/100/100 mm; có 3 mm chờ xén và dấu cắt, dấu gấp cho nhà in.',
    aboutEn:
      'Both sides, A4 across, rolled to 97/100/100 mm; 3 mm bleed, crop and fold marks for the printer.',
  },
  booklet_a5: {
    vi: 'Sổ tay A5',
    en: 'Booklet A5',
    template: 'booklet',
    channel: 'booklet',
    sizes: [11],
    pages: null,
    paper: 'A4',
    aboutVi:
      'Bản đọc khổ A5 và bản bình sẵn trên giấy A4 ngang: in hai mặt, lật cạnh ngắn, gấp đôi, ghim giữa.',
    aboutEn:
      'To read in A5, and imposed on A4 across: both sides, turned over the short edge, folded, stapled.',
  },
  booklet_a6: {
    vi: 'Sổ tay bỏ túi A6',
    en: 'Pocket booklet A6',
    template: 'booklet',
    channel: 'booklet',
    sizes: [9.5],
    pages: null,
    paper: 'A4',
    aboutVi:
      'Bản đọc khổ A6 và bản bình trên A4 dọc: hai cuốn một tờ; in hai mặt, lật cạnh ngắn, cắt đôi, gấp, ghim.',
    aboutEn:
      'To read in A6, and imposed on A4: two copies a sheet; turned over the short edge, cut, folded, stapled.',
  },
  board_a3: {
    vi: 'Bảng tin A3',
    en: 'Notice board A3',
    template: 'poster',
    channel: 'notice_board',
    sizes: [24, 22, 20, 18.5, 17, 16, 15, 14, 13, 12],
    pages: 1,
    paper: 'A3',
    aboutVi: 'Một mặt, hai cột, cho bảng tin thôn, nhà văn hóa, Bộ phận Một cửa.',
    aboutEn: 'One side in two columns, for notice boards, houses of culture and one-stop desks.',
  },
  poster_a3: {
    vi: 'Áp phích A3',
    en: 'Poster A3',
    template: 'poster',
    channel: 'poster',
    sizes: [34, 31, 28, 26, 24, 22, 20, 18, 16],
    pages: 1,
    paper: 'A3',
    aboutVi: 'Một mặt, chữ lớn, đọc được khi đứng cách hai bước. Nên chỉ giữ ý chính.',
    aboutEn: 'One side, large letters, read from two steps away. Keep the main points only.',
  },
  poster_a2: {
    vi: 'Áp phích A2',
    en: 'Poster A2',
    template: 'poster',
    channel: 'poster',
    sizes: [48, 44, 40, 37, 34, 31, 28, 25, 22],
    pages: 1,
    paper: 'A2',
    aboutVi: 'Như áp phích A3, khổ gấp đôi, cho nơi công cộng.',
    aboutEn: 'As A3, twice the size, for public places.',
  },
  large_print: {
    vi: 'Bản chữ to A4',
    en: 'Large print A4',
    template: 'large-print',
    channel: 'large_print',
    sizes: [20],
    pages: null,
    paper: 'A4',
    aboutVi: 'Chữ 20 điểm, đen trên trắng, cho người cao tuổi và người nhìn kém.',
    aboutEn: '20 points, black on white, for old and weak eyes.',
  },
} as const satisfies Record<string, PrintKindFacts>
export type PrintKind = keyof typeof printKinds

interface PrintKindFacts extends Bilingual {
  template: string
  channel: string
  sizes: readonly number[]
  pages: number | null
  paper: string
  aboutVi: string
  aboutEn: string
}

export function isPrintKind(text: string): text is PrintKind {
  return text in printKinds
}

/** Of what stands somewhere: sets of books, which have readers. The others are displays. */
export function isLibrary(standingKind: string): boolean {
  return ['library_car', 'bookcase', 'post_office'].includes(standingKind)
}
