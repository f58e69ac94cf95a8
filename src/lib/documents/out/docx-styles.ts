import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import { firstLineIndent, font, lineSpacing, sizes, spaceAfter, twips } from './nd30.ts'

const centred = { alignment: AlignmentType.CENTER }
const single = { line: 240, lineRule: LineRuleType.AUTO }

interface Look {
  id: string
  name: string
  size: number
  bold?: boolean
  italics?: boolean
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>
}

const bodySpacing = {
  line: Math.round(240 * lineSpacing),
  lineRule: LineRuleType.AUTO,
  after: spaceAfter * 20,
}
const body = {
  alignment: AlignmentType.BOTH,
  indent: { firstLine: twips(firstLineIndent) },
  spacing: bodySpacing,
}
const heading = { ...body, keepNext: true }

/** One named style for each component, so that an office can restyle a whole document in Word at once. */
const looks: Look[] = [
  { id: 'NationalTitle', name: 'CT Quốc hiệu', size: sizes.nationalTitle, bold: true, paragraph: centred },
  { id: 'Motto', name: 'CT Tiêu ngữ', size: sizes.motto, bold: true, paragraph: centred },
  { id: 'ParentBody', name: 'CT Cơ quan chủ quản', size: sizes.parentBody, paragraph: centred },
  { id: 'IssuingBody', name: 'CT Cơ quan ban hành', size: sizes.issuingBody, bold: true, paragraph: centred },
  {
    id: 'Symbol',
    name: 'CT Số, ký hiệu',
    size: sizes.symbol,
    paragraph: { ...centred, spacing: { before: 80 } },
  },
  { id: 'About', name: 'CT Về việc', size: sizes.about, paragraph: { ...centred, spacing: { before: 120 } } },
  {
    id: 'PlaceAndDate',
    name: 'CT Địa danh, thời gian',
    size: sizes.placeAndDate,
    italics: true,
    paragraph: { ...centred, spacing: { before: 80 } },
  },
  // The size of one point keeps the line of text that a rule hangs on as thin as the rule.
  {
    id: 'Rule',
    name: 'CT Đường kẻ',
    size: 1,
    paragraph: { spacing: { line: 40, lineRule: 'exact', before: 60, after: 0 } },
  },
  {
    id: 'DocumentType',
    name: 'CT Tên loại',
    size: sizes.type,
    bold: true,
    paragraph: { ...centred, spacing: { before: 240 }, keepNext: true },
  },
  {
    id: 'Abstract',
    name: 'CT Trích yếu',
    size: sizes.abstract,
    bold: true,
    paragraph: { ...centred, keepNext: true },
  },
  { id: 'Addressee', name: 'CT Kính gửi', size: sizes.body, paragraph: { spacing: { after: 60 } } },
  {
    id: 'AuthorityLine',
    name: 'CT Thẩm quyền ban hành',
    size: sizes.body,
    bold: true,
    paragraph: { ...centred, spacing: { after: 240 } },
  },
  { id: 'LegalBasis', name: 'CT Căn cứ', size: sizes.body, italics: true, paragraph: body },
  {
    id: 'EnactingWord',
    name: 'CT Quyết định',
    size: sizes.body,
    bold: true,
    paragraph: { ...centred, spacing: { before: 120, after: 120 } },
  },
  {
    id: 'Section1',
    name: 'CT Mục lớn',
    size: sizes.body,
    bold: true,
    paragraph: { ...heading, outlineLevel: 0 },
  },
  {
    id: 'Section2',
    name: 'CT Mục',
    size: sizes.body,
    bold: true,
    paragraph: { ...heading, outlineLevel: 1 },
  },
  { id: 'Section3', name: 'CT Tiểu mục', size: sizes.body, paragraph: { ...heading, outlineLevel: 2 } },
  { id: 'BodyText', name: 'CT Nội dung', size: sizes.body, paragraph: body },
  {
    id: 'RecipientsHeading',
    name: 'CT Nơi nhận',
    size: sizes.recipientsHeading,
    bold: true,
    italics: true,
    paragraph: {},
  },
  { id: 'Recipient', name: 'CT Danh sách nơi nhận', size: sizes.recipients, paragraph: {} },
  {
    id: 'SigningTitle',
    name: 'CT Chức vụ người ký',
    size: sizes.signature,
    bold: true,
    paragraph: { ...centred, keepNext: true },
  },
  {
    id: 'Signer',
    name: 'CT Họ tên người ký',
    size: sizes.signer,
    bold: true,
    paragraph: { ...centred, spacing: { before: 1500 } },
  },
  {
    id: 'AnnexLabel',
    name: 'CT Phụ lục',
    size: sizes.annexTitle,
    bold: true,
    paragraph: { ...centred, keepNext: true },
  },
  {
    id: 'AnnexTitle',
    name: 'CT Tên phụ lục',
    size: sizes.annexTitle,
    bold: true,
    paragraph: { ...centred, keepNext: true },
  },
  {
    id: 'AnnexSubject',
    name: 'CT Nội dung phụ lục',
    size: sizes.annexTitle,
    bold: true,
    paragraph: { ...centred, keepNext: true },
  },
  {
    id: 'AnnexCaption',
    name: 'CT Kèm theo',
    size: sizes.caption,
    italics: true,
    paragraph: { ...centred, keepNext: true },
  },
  {
    id: 'TableHeading',
    name: 'CT Tiêu đề bảng',
    size: sizes.table,
    bold: true,
    paragraph: { ...centred, keepNext: true },
  },
  { id: 'TableText', name: 'CT Chữ trong bảng', size: sizes.table, paragraph: {} },
  {
    id: 'TableGroup',
    name: 'CT Nhóm trong bảng',
    size: sizes.table,
    bold: true,
    paragraph: { keepNext: true },
  },
  { id: 'PageNumber', name: 'CT Số trang', size: sizes.pageNumber, paragraph: centred },
]

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font,
        size: sizes.body * 2,
        language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
      },
      paragraph: { spacing: { ...single, before: 0, after: 0 } },
    },
  },
  paragraphStyles: looks.map((look) => ({
    id: look.id,
    name: look.name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: look.size * 2, bold: look.bold ?? false, italics: look.italics ?? false },
    paragraph: look.paragraph,
  })),
}
