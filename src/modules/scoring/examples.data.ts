import { type CriteriaTable, usualGrades, usualRounding } from './criteria.ts'
import { onePoint } from './points.ts'

/** A criteria table that ships with the program. What could not be checked is said in its note, and it is marked. */
export interface ShippedTable {
  code: 'communes' | 'departments'
  name: string
  source: string
  note: string
  table: CriteriaTable
}

const [half, quarter] = [onePoint / 2, onePoint / 4]
const usual = { grades: [...usualGrades], rounding: usualRounding }

/** Xuân Lộc, Đồng Nai: the criterion on communication work in the table for communes (domain.md 5). */
const communes: ShippedTable = {
  code: 'communes',
  name: 'Bộ tiêu chí cấp xã (tuyên truyền cải cách hành chính)',
  source: 'Công văn số 244/PNV ngày 08/8/2022 (Xuân Lộc, Đồng Nai), mục 4',
  note: 'Chưa xác minh với văn bản đang có hiệu lực của tỉnh. Ví dụ trong chính hướng dẫn chấm 4/5 nhiệm vụ (80 %) được 0,8 điểm, trái với quy tắc “dưới 90 % không có điểm”: chương trình theo quy tắc, nên 80 % được 0 điểm. Hướng dẫn không nêu cách làm tròn; ở đây làm tròn đến 2 chữ số thập phân. Ngưỡng xếp loại là ví dụ.',
  table: {
    ...usual,
    rows: [
      {
        code: '4',
        level: 'criterion',
        name: 'Thực hiện tuyên truyền về cải cách hành chính',
        most: 2 * onePoint,
        rule: null,
        evidence: '',
        evidenceRequired: false,
        note: '',
      },
      {
        code: '4.1',
        level: 'item',
        name: 'Mức độ thực hiện kế hoạch tuyên truyền cải cách hành chính',
        most: onePoint,
        rule: { kind: 'ratio', source: 'work', done: null, of: null, floor: 9000, full: 10_000 },
        evidence: 'Kế hoạch tuyên truyền; báo cáo kết quả thực hiện',
        evidenceRequired: true,
        note: 'Ví dụ 4/5 = 80 % → 0,8 điểm của hướng dẫn trái với quy tắc; áp dụng quy tắc. Nhiệm vụ thường xuyên tính là đã làm khi trong năm có hoạt động kèm minh chứng.',
      },
      {
        code: '4.2',
        level: 'item',
        name: 'Mức độ đa dạng trong tuyên truyền cải cách hành chính',
        most: onePoint,
        rule: {
          kind: 'forms',
          least: 1,
          groups: [
            { label: 'Trực tuyến: bảng điện tử, màn hình', points: quarter, forms: ['electronic_board'] },
            {
              label: 'Trực tuyến: trang thông tin điện tử, mạng xã hội',
              points: quarter,
              forms: ['portal', 'social_media', 'news', 'digital_publication', 'online_contest'],
            },
            {
              label: 'Truyền thống: hội nghị, tờ xếp…',
              points: half,
              forms: [
                'conference',
                'meeting',
                'leaflet',
                'loudspeaker',
                'visual',
                'training',
                'dialogue',
                'seminar',
                'stage',
                'contest',
                'handbook',
                'associations',
                'legal_education',
                'embedded_course',
                'cheer_information',
                'posting',
              ],
            },
          ],
        },
        evidence: 'Báo cáo; tài liệu kiểm chứng của từng hình thức',
        evidenceRequired: true,
        note: '',
      },
    ],
  },
}

/** Tiền Giang, health sector 2022: rules for departments and their units (domain.md 5). */
const departments: ShippedTable = {
  code: 'departments',
  name: 'Bộ tiêu chí sở, ban, ngành (chỉ đạo, điều hành cải cách hành chính)',
  source: 'Bảng điểm cải cách hành chính ngành Y tế Tiền Giang năm 2022',
  note: 'Chưa xác minh với văn bản đang có hiệu lực của tỉnh. Bảng gốc không nêu mức thấp nhất của mục báo cáo: ở đây không trừ quá số điểm của mục. Không có mức trừ riêng cho báo cáo tháng, 9 tháng nên không tính các kỳ đó. Hạn ban hành kế hoạch (31/12 năm trước), điểm thưởng, điểm trừ và ngưỡng xếp loại là ví dụ.',
  table: {
    ...usual,
    rows: [
      heading('I', 'field', 'Công tác chỉ đạo, điều hành cải cách hành chính', 7),
      heading('1', 'criterion', 'Kế hoạch tuyên truyền cải cách hành chính', 2),
      {
        ...line('1.1', 'Ban hành kế hoạch năm', 1, 'Kế hoạch đã ban hành', true),
        rule: {
          kind: 'plan',
          onTime: onePoint,
          late: 0,
          missing: -onePoint,
          due: { month: 12, day: 31, year: 'previous' },
        },
      },
      {
        ...line('1.2', 'Mức độ hoàn thành kế hoạch', 1, 'Báo cáo kết quả; minh chứng của nhiệm vụ', true),
        rule: { kind: 'ratio', source: 'work', done: null, of: null, floor: 8000, full: 10_000 },
      },
      heading('2', 'criterion', 'Chế độ báo cáo', 2),
      {
        ...line('2.1', 'Báo cáo định kỳ đầy đủ, đúng hạn, bảo đảm nội dung', 2, 'Các báo cáo đã gửi', false),
        rule: {
          kind: 'reports',
          late: -quarter,
          poor: -quarter,
          missing: { quarter: -half, 'half-year': -half, year: -onePoint },
          least: 0,
        },
      },
      heading('3', 'criterion', 'Kiểm tra cải cách hành chính', 2),
      {
        ...line('3.1', 'Tỷ lệ đơn vị trực thuộc được kiểm tra', 1, 'Kế hoạch, kết luận kiểm tra', true),
        rule: {
          kind: 'steps',
          source: 'typed',
          done: 'Số đơn vị đã kiểm tra',
          of: 'Số đơn vị trực thuộc',
          steps: [
            { from: 3000, points: onePoint },
            { from: 2000, points: half },
          ],
        },
      },
      {
        ...line('3.2', 'Xử lý các vấn đề phát hiện qua kiểm tra', 1, 'Văn bản xử lý', true),
        rule: {
          kind: 'parts',
          of: 'Số vấn đề phát hiện',
          parts: [
            { label: 'Đã xử lý xong', weight: onePoint },
            { label: 'Đang xử lý', weight: half },
          ],
        },
        note: 'Công thức của bảng gốc: (b/a) × 1 + (c/a) × 0,5.',
      },
      {
        ...line('4', 'Sáng kiến, cách làm mới trong tuyên truyền', 1, 'Thuyết minh, kết quả áp dụng', true),
        level: 'criterion',
        rule: { kind: 'manual', least: 0 },
        note: 'Mục ví dụ, để chấm tay.',
      },
      heading('II', 'field', 'Điểm thưởng, điểm trừ', 0),
      {
        ...line('5', 'Điểm thưởng', 0, 'Văn bản ghi nhận', false),
        level: 'criterion',
        rule: { kind: 'bonus', most: onePoint },
      },
      {
        ...line('6', 'Điểm trừ', 0, 'Văn bản phê bình, nhắc nhở', false),
        level: 'criterion',
        rule: { kind: 'penalty', most: -onePoint },
      },
    ],
  },
}

function heading(code: string, level: 'field' | 'criterion', name: string, points: number) {
  const words = { evidence: '', evidenceRequired: false, note: '' }
  return { code, level, name, most: points * onePoint, rule: null, ...words }
}

function line(code: string, name: string, points: number, evidence: string, evidenceRequired: boolean) {
  const most = points * onePoint
  return { code, level: 'item' as 'item' | 'criterion', name, most, evidence, evidenceRequired, note: '' }
}

export const shippedTables: readonly ShippedTable[] = [communes, departments]
