import type { Component } from './nd30.ts'

export type ComponentName = Component | 'archiveLine' | 'legalBasis' | 'table'

export const componentNames: Record<ComponentName, { vi: string; en: string }> = {
  nationalTitle: { vi: 'Quốc hiệu', en: 'the national title' },
  motto: { vi: 'Tiêu ngữ', en: 'the national motto' },
  parentBody: { vi: 'tên cơ quan chủ quản', en: 'the name of the parent body' },
  issuingBody: { vi: 'tên cơ quan ban hành', en: 'the name of the issuing body' },
  symbol: { vi: 'số, ký hiệu', en: 'the number and symbol' },
  about: { vi: 'trích yếu công văn (V/v)', en: 'the subject of the letter (V/v)' },
  placeAndDate: { vi: 'địa danh và thời gian ban hành', en: 'the place and date' },
  type: { vi: 'tên loại văn bản', en: 'the type name' },
  abstract: { vi: 'trích yếu nội dung', en: 'the abstract' },
  body: { vi: 'nội dung văn bản', en: 'the body text' },
  annexTitle: { vi: 'tên phụ lục', en: 'the title of the annex' },
  caption: { vi: 'dòng “Kèm theo” của phụ lục', en: 'the caption of the annex' },
  signature: { vi: 'quyền hạn, chức vụ người ký', en: "the signer's authority and title" },
  signer: { vi: 'họ tên người ký', en: "the signer's name" },
  recipientsHeading: { vi: 'chữ “Nơi nhận:”', en: 'the words “Nơi nhận:”' },
  recipients: { vi: 'danh sách nơi nhận', en: 'the list of recipients' },
  archiveLine: { vi: 'dòng “Lưu:”', en: 'the line “Lưu:”' },
  pageNumber: { vi: 'số trang', en: 'the page number' },
  legalBasis: { vi: 'căn cứ ban hành', en: 'the legal basis' },
  table: { vi: 'bảng', en: 'the table' },
}

/**
 * What to do about each departure. `{component}`, `{found}` and `{asked}` are filled in. `unverified` marks rules
 * whose wording was not read in the decree itself.
 */
export const rules = {
  missing: {
    unverified: false,
    vi: 'Thiếu {component}. Hãy bổ sung.',
    en: 'Missing: {component}. Add it.',
  },
  size: {
    unverified: false,
    vi: 'Cỡ chữ của {component} là {found}. Hãy dùng cỡ chữ {asked}.',
    en: 'The size of {component} is {found}. Use {asked}.',
  },
  style: {
    unverified: false,
    vi: 'Kiểu chữ của {component} chưa đúng. Hãy trình bày {asked}.',
    en: 'The style of {component} is wrong. Set it in {asked}.',
  },
  font: {
    unverified: false,
    vi: 'Phông chữ là {found}. Hãy dùng Times New Roman cho toàn văn bản.',
    en: 'The typeface is {found}. Use Times New Roman throughout.',
  },
  colour: {
    unverified: false,
    vi: 'Chữ có màu {found}. Hãy dùng màu đen.',
    en: 'Text has the colour {found}. Use black.',
  },
  paperSize: {
    unverified: false,
    vi: 'Khổ giấy là {found} mm. Hãy chọn khổ A4 (210 × 297 mm).',
    en: 'The paper is {found} mm. Choose A4 (210 × 297 mm).',
  },
  orientation: {
    unverified: false,
    vi: 'Phần văn bản chính đặt ngang giấy. Hãy đặt theo chiều dọc; chỉ phụ lục có bảng mới đặt ngang.',
    en: 'The main part is set in landscape. Use portrait; only annexes with tables may be landscape.',
  },
  margin: {
    unverified: false,
    vi: 'Lề {found} mm. Hãy đặt lề {asked} mm.',
    en: 'The margin is {found} mm. Set {asked} mm.',
  },
  ruleLine: {
    unverified: false,
    vi: 'Đường kẻ dưới {component}: {found}. Hãy kẻ nét liền {asked}.',
    en: 'The rule line under {component}: {found}. Draw a solid line {asked}.',
  },
  symbolForm: {
    unverified: false,
    vi: 'Số, ký hiệu ghi “{found}”. Hãy ghi theo mẫu “Số: 25/KH-UBND”.',
    en: 'The number reads “{found}”. Write it as “Số: 25/KH-UBND”.',
  },
  basisEnd: {
    unverified: false,
    vi: 'Căn cứ kết thúc chưa đúng: “…{found}”. Mỗi căn cứ kết thúc bằng dấu “;”, căn cứ cuối cùng bằng dấu “.” hoặc “,”.',
    en: 'A legal basis ends wrongly: “…{found}”. End each with “;” and the last with “.” or “,”.',
  },
  bodyAlignment: {
    unverified: false,
    vi: 'Có đoạn nội dung chưa canh đều hai lề: “{found}”. Hãy canh đều.',
    en: 'A body paragraph is not justified: “{found}”. Justify it.',
  },
  bodyIndent: {
    unverified: false,
    vi: 'Dòng đầu đoạn lùi vào {found} mm. Hãy lùi 10 mm hoặc 12,7 mm.',
    en: 'The first line is indented by {found} mm. Indent it by 10 or 12.7 mm.',
  },
  bodySpaceAfter: {
    unverified: false,
    vi: 'Khoảng cách sau đoạn là {found} pt. Hãy để tối thiểu 6 pt.',
    en: 'The space after a paragraph is {found} pt. Leave at least 6 pt.',
  },
  bodyLineSpacing: {
    unverified: false,
    vi: 'Giãn dòng là {found}. Hãy để từ dòng đơn (1,0) đến 1,5.',
    en: 'The line spacing is {found}. Use single (1.0) to 1.5.',
  },
  closing: {
    unverified: false,
    vi: 'Nội dung kết thúc bằng “…{found}”. Hãy kết thúc bằng dấu “./.” liền sau chữ cuối cùng.',
    en: 'The text ends with “…{found}”. End it with “./.” directly after the last word.',
  },
  recipientForm: {
    unverified: false,
    vi: 'Nơi nhận ghi “{found}”. Hãy bắt đầu bằng “- ”, kết thúc bằng “;”, dòng “Lưu” kết thúc bằng “.”.',
    en: 'A recipient reads “{found}”. Begin with “- ”, end with “;”; the line “Lưu” ends with “.”.',
  },
  authorityForm: {
    unverified: false,
    vi: 'Quyền hạn ký ghi “{found}”. Hãy ghi TM., KT., TL. hoặc TUQ. có dấu chấm, sau đó là tên cơ quan hoặc chức vụ.',
    en: 'The signing authority reads “{found}”. Write TM., KT., TL. or TUQ. with its full stop, then the body or post.',
  },
  headingNumbering: {
    unverified: true,
    vi: 'Đánh số đề mục chưa liên tục: sau “{asked}” là “{found}”. Hãy đánh lại số.',
    en: 'Headings are not numbered in order: “{found}” follows “{asked}”. Number them again.',
  },
  annexCaption: {
    unverified: false,
    vi: 'Phụ lục ghi “{found}”. Hãy ghi “(Kèm theo Kế hoạch số … ngày … của …)” dưới tên phụ lục.',
    en: 'The annex reads “{found}”. Write “(Kèm theo Kế hoạch số … ngày … của …)” under its title.',
  },
  tableHeading: {
    unverified: false,
    vi: 'Tiêu đề cột “{found}” chưa in đậm hoặc chưa canh giữa. Hãy in đậm và canh giữa.',
    en: 'The column heading “{found}” is not bold and centred. Make it so.',
  },
  tableAlignment: {
    unverified: false,
    vi: 'Cột “{found}” canh lề chưa đúng. Hãy canh {asked}.',
    en: 'The column “{found}” is aligned wrongly. Set it {asked}.',
  },
  tableHeaderRepeat: {
    unverified: true,
    vi: 'Bảng không lặp lại tiêu đề cột ở trang sau. Hãy chọn “Repeat Header Rows” cho hàng tiêu đề.',
    en: 'The table does not repeat its heading row on later pages. Set “Repeat Header Rows” on it.',
  },
  pageNumberPlace: {
    unverified: true,
    vi: 'Số trang chưa đặt đúng chỗ ({found}). Hãy đặt canh giữa ở lề trên.',
    en: 'The page number is in the wrong place ({found}). Centre it in the top margin.',
  },
  pageNumberFirst: {
    unverified: true,
    vi: 'Trang đầu có hiện số trang. Hãy ẩn số ở trang thứ nhất.',
    en: 'The first page shows its number. Hide it there.',
  },
  nfc: {
    unverified: false,
    vi: 'Có chữ tiếng Việt tổ hợp rời (không theo TCVN 6909:2001 dựng sẵn): “{found}”. Hãy chuyển sang Unicode dựng sẵn.',
    en: 'Some Vietnamese letters are decomposed: “{found}”. Convert them to precomposed Unicode (NFC).',
  },
} as const

export type RuleName = keyof typeof rules

export const phrases = {
  noLine: { vi: 'chưa có', en: 'none' },
  wrongLength: { vi: 'dài {found} mm', en: '{found} mm long' },
  asLong: { vi: 'dài bằng dòng chữ', en: 'as long as the line of text' },
  thirdToHalf: { vi: 'dài từ 1/3 đến 1/2 dòng chữ', en: 'of a third to a half of the line of text' },
  under: { vi: 'dưới trích yếu', en: 'under the abstract' },
  heavyCaps: { vi: 'chữ in hoa, đứng, đậm', en: 'upright bold capitals' },
  heavy: { vi: 'chữ đứng, đậm', en: 'upright bold' },
  lightCaps: { vi: 'chữ in hoa, đứng, không đậm', en: 'upright capitals, not bold' },
  light: { vi: 'chữ đứng, không đậm', en: 'upright, not bold' },
  slanted: { vi: 'chữ nghiêng', en: 'italic' },
  heavySlanted: { vi: 'chữ nghiêng, đậm', en: 'bold italic' },
  centre: { vi: 'giữa', en: 'centred' },
  right: { vi: 'phải', en: 'right' },
  top: { vi: 'trên', en: 'top' },
  bottom: { vi: 'dưới', en: 'bottom' },
  left: { vi: 'trái', en: 'left' },
  footer: { vi: 'ở lề dưới', en: 'in the bottom margin' },
  notCentred: { vi: 'không canh giữa', en: 'not centred' },
  noNumber: { vi: 'không có số trang', en: 'no page numbers' },
  nothing: { vi: 'không có gì', en: 'nothing' },
} as const

export type Phrase = keyof typeof phrases
