import { wordDiff } from '../../lib/richtext/compare.ts'
import { richFieldValues } from '../../lib/richtext/field.ts'
import { richTextFromPlain } from '../../lib/richtext/plain.ts'
import type { RichText } from '../../lib/richtext/rich-text.ts'
import { plainLanguage } from '../../lib/text/plain-language/plain-language.ts'
import { Button } from '../button.tsx'
import { Form } from '../form.tsx'
import { Panel } from '../panel.tsx'
import { PlainLanguageView } from '../plain-language.tsx'
import { RichTextView } from '../rich-text.tsx'
import { RichTextField } from '../rich-text-field.tsx'
import { TextComparison } from '../text-comparison.tsx'

const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})
const row = (type: 'tableHeader' | 'tableCell', ...words: string[]) => ({
  type: 'tableRow' as const,
  content: words.map((one) => cell(type, one)),
})

const kept: RichText = {
  type: 'doc',
  content: [
    {
      type: 'table',
      content: [
        row('tableHeader', 'Thủ tục', 'Trước đây', 'Từ 01/7/2026'),
        row('tableCell', 'Đăng ký khai sinh', '3 ngày làm việc', 'Trong ngày'),
        row('tableCell', 'Cấp bản sao trích lục hộ tịch', '2 ngày làm việc', 'Nhận ngay khi nộp hồ sơ'),
      ],
    },
    {
      type: 'figure',
      attrs: { file: 1, alt: 'Hoa sen, biểu tượng của chuyên trang', decorative: false },
      content: [{ type: 'text', text: 'Biểu tượng của chuyên trang. Ảnh: Phạm Lan' }],
    },
  ],
}

const before = richTextFromPlain(
  `Từ ngày **01/7/2026**, người dân nộp hồ sơ đăng ký khai sinh ở __bất kỳ__ xã, phường nào trong tỉnh.

## Cần mang theo những gì

- Giấy chứng sinh
- Căn cước của cha, mẹ:
  - bản gốc để đối chiếu
  - không cần bản sao công chứng

[[bảng 1]]

> Trước kia tôi phải về tận xã cũ, nay làm ngay gần nhà.

[[hình 1]]

Xem [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn) hoặc gọi [1022](tel:1022). {hmn|Nyob zoo, tuaj ntawm no.}`,
  kept,
).doc

const after = richTextFromPlain(
  `Từ ngày **01/7/2026**, người dân nộp hồ sơ đăng ký khai sinh ở bất kỳ xã, phường, đặc khu nào trong tỉnh.

### Cần mang theo những gì

- Giấy chứng sinh
- Căn cước của cha, mẹ:
  - bản gốc để đối chiếu

[[bảng 1]]

[[hình 1]]

Hồ sơ nộp sau 16 giờ được trả vào sáng hôm sau.

Xem [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn/tthc) hoặc gọi [1022](tel:1022). {hmn|Nyob zoo, tuaj ntawm no.}`,
  kept,
).doc

const official = `Các cơ quan, đơn vị tổ chức triển khai thực hiện việc niêm yết công khai đầy đủ, kịp thời TTHC tại trụ sở nhằm tạo điều kiện thuận lợi cho tổ chức, cá nhân trong quá trình thực hiện, qua đó góp phần nâng cao chất lượng phục vụ.

Hồ sơ được tiếp nhận tại BPMC và được trả đúng hẹn. Bà con mang theo căn cước.`

/** What writers see: the editor, the text as readers see it, two versions of it. */
export function Texts() {
  return (
    <>
      <Panel title="Soạn bài" id="writing">
        <Form action="/components" values={richFieldValues('body', before)}>
          <RichTextField
            name="body"
            label="Nội dung bài"
            hint="Viết như nói với bà con: câu ngắn, nói rõ ai làm gì, ở đâu, trong bao lâu."
            images={[
              { file: 1, src: '/icons/mark.svg', name: 'bieu-tuong.svg', alt: 'Biểu tượng của chuyên trang' },
            ]}
          />
          <Button>Lưu bài</Button>
        </Form>
      </Panel>
      <Panel title="Bài như người đọc thấy" id="reading">
        <RichTextView doc={before} image={() => ({ src: '/icons/mark.svg', width: 96, height: 96 })} />
      </Panel>
      <Panel title="Hai bản của một bài" id="comparing">
        <TextComparison lines={wordDiff(before, after)} />
      </Panel>
      <Panel title="Bài dễ hiểu đến đâu" id="plainness">
        <PlainLanguageView text={official} result={plainLanguage(official)} />
      </Panel>
    </>
  )
}
