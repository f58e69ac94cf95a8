import { bare } from '../../../lib/text/bare.ts'

/** A text as its syllables: their folded form and where each stands in the text (UTF-16, end exclusive). */
export interface Syllables {
  folded: string[]
  start: number[]
  end: number[]
  /** Syllables inside the name and number of a document that is cited: everybody cites the same ones. */
  cited: boolean[]
}

const syllable = /[\p{L}\p{M}]+|\d+(?:[.,/]\d+)*/gu
/** 'Kế hoạch số 25/KH-UBND ngày 15/02/2026 của UBND tỉnh về tuyên truyền CCHC năm 2026', up to the next pause. */
const citation =
  /(?:Hiến pháp|Luật|Nghị quyết|Nghị định|Chỉ thị|Quyết định|Thông tư|Kế hoạch|Công văn|Hướng dẫn|Chương trình|Thông báo)\s+số\s+\S+[^.;,\n]{0,200}/giu

const foldings = new Map<string, string>()

/** Case, tones and figures do not make a text another text: '152 lượt' and '87 lượt' read alike. */
function fold(word: string): string {
  const before = foldings.get(word)
  if (before !== undefined) return before
  const folded = /^\d/.test(word) ? '0' : bare(word)
  if (foldings.size > 50_000) foldings.clear()
  foldings.set(word, folded)
  return folded
}

export function syllablesOf(text: string): Syllables {
  const found: Syllables = { folded: [], start: [], end: [], cited: [] }
  const citations = [...text.matchAll(citation)].map((m) => [m.index, m.index + m[0].length] as const)
  let next = 0
  for (const m of text.matchAll(syllable)) {
    while ((citations[next]?.[1] ?? Number.POSITIVE_INFINITY) <= m.index) next += 1
    found.folded.push(fold(m[0]))
    found.start.push(m.index)
    found.end.push(m.index + m[0].length)
    found.cited.push((citations[next]?.[0] ?? Number.POSITIVE_INFINITY) <= m.index)
  }
  return found
}

/**
 * What every official writes and nobody copies: forms of address, of thanks and of resolve. Kept as data so that a
 * false alarm leads to a line here.
 */
export const officialFormulas: readonly string[] = [
  'dưới sự lãnh đạo, chỉ đạo của cấp ủy, chính quyền các cấp',
  'được sự quan tâm lãnh đạo, chỉ đạo của Tỉnh ủy, HĐND, UBND tỉnh',
  'sự quan tâm, lãnh đạo, chỉ đạo sát sao của Đảng ủy, HĐND, UBND',
  'sự phối hợp chặt chẽ của các cơ quan, ban, ngành, đoàn thể và sự đồng thuận của Nhân dân',
  'đẩy mạnh công tác thông tin, tuyên truyền cải cách hành chính trên địa bàn',
  'nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức, người lao động',
  'cán bộ, công chức, viên chức và người dân, doanh nghiệp trên địa bàn',
  'tạo sự đồng thuận của người dân, tổ chức và doanh nghiệp',
  'góp phần nâng cao hiệu lực, hiệu quả hoạt động của cơ quan hành chính nhà nước',
  'nâng cao mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước',
  'nâng cao chỉ số cải cách hành chính, chỉ số hài lòng về sự phục vụ hành chính',
  'tiếp nhận và trả kết quả giải quyết thủ tục hành chính',
  'Bộ phận Tiếp nhận và Trả kết quả, Trung tâm Phục vụ hành chính công',
  'thực hiện thủ tục hành chính trên môi trường điện tử, dịch vụ công trực tuyến toàn trình, một phần',
  'kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính',
  'cải cách thể chế, cải cách thủ tục hành chính, cải cách tổ chức bộ máy hành chính nhà nước, cải cách chế độ công vụ, cải cách tài chính công, xây dựng và phát triển chính quyền điện tử, chính quyền số',
  'trên hệ thống loa truyền thanh, Trang thông tin điện tử, các trang mạng xã hội',
  'lồng ghép trong các cuộc họp, hội nghị, sinh hoạt chuyên đề, giao ban hằng tháng',
  'Bên cạnh những kết quả đạt được, công tác tuyên truyền cải cách hành chính vẫn còn một số tồn tại, hạn chế',
  'trong thời gian tới, tiếp tục đẩy mạnh công tác tuyên truyền, phổ biến chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
  'tiếp tục thực hiện có hiệu quả các nội dung, nhiệm vụ của kế hoạch tuyên truyền cải cách hành chính',
  'trong kỳ báo cáo không có khó khăn, vướng mắc, kiến nghị, đề xuất',
  'trong kỳ không phát sinh hoạt động',
  'Trên đây là báo cáo kết quả thực hiện công tác tuyên truyền cải cách hành chính',
  'kính đề nghị xem xét, tổng hợp',
]
