import { type Finding, found, type Sentence } from './finding.ts'

/** Longest sentence, in syllables, that is read at one go. UNVERIFIED: a house rule. */
export const longSentence = 30

export function longSentences(sentence: Sentence): Finding[] {
  const { syllables, text } = sentence
  if (syllables <= longSentence) return []
  const parts = Math.max(2, Math.ceil(syllables / 22))
  return [
    found(
      'sentence',
      sentence,
      0,
      text,
      `Câu dài ${syllables} tiếng. Nên tách thành khoảng ${parts} câu, mỗi câu một ý, dưới ${longSentence} tiếng.`,
      `A sentence of ${syllables} syllables. Make about ${parts} of it, one thought each, under ${longSentence} syllables.`,
    ),
  ]
}

const links =
  'nhằm|để|trên cơ sở|qua đó|từ đó|theo đó|trong đó|đồng thời|góp phần|gắn với|thông qua|theo hướng|phù hợp với|phục vụ|làm cơ sở|tạo điều kiện|bảo đảm|đảm bảo'
const linkPattern = new RegExp(`(?<!\\p{L})(?:${links})(?!\\p{L})`, 'giu')
const nested = /(?<!\p{L})việc\s[^.;:]{3,80}?(?<!\p{L})của\s[^.;:]{3,80}?(?<!\p{L})(?:nhằm|để)(?!\p{L})/giu

/** Purposes and additions hung upon each other: "… nhằm … để … qua đó … góp phần …". */
export function chainedClauses(sentence: Sentence): Finding[] {
  const all = [...sentence.text.matchAll(linkPattern)]
  const [first] = all
  const last = all.at(-1)
  if (first && last && all.length >= 3) {
    const words = sentence.text.slice(first.index, last.index + last[0].length)
    const said = all.map((one) => `“${one[0].toLowerCase()}”`).join(', ')
    return [
      found(
        'clauses',
        sentence,
        first.index,
        words,
        `${all.length} vế nối nhau trong một câu (${said}). Giữ một mục đích, đưa các ý khác sang câu sau.`,
        `${all.length} clauses hang on each other (${said}). Keep one purpose and give the others their own sentence.`,
      ),
    ]
  }
  const parts = sentence.text.split(/;\s/)
  if (parts.length >= 3)
    return [
      found(
        'clauses',
        sentence,
        0,
        sentence.text,
        `${parts.length} ý nối bằng dấu chấm phẩy. Viết mỗi ý một câu, hoặc một dòng của danh sách.`,
        `${parts.length} thoughts joined by semicolons. Give each its sentence, or a line of a list.`,
      ),
    ]
  return [...sentence.text.matchAll(nested)].map((one) =>
    found(
      'clauses',
      sentence,
      one.index,
      one[0],
      'Câu kiểu “việc … của … nhằm …” giấu người làm. Viết: ai làm gì, để làm gì.',
      'A sentence of the kind “the doing of … by … in order to …” hides who does it. Say who does what, and what for.',
    ),
  )
}

// "làm được", "nhận được" speak of being able; they are not passive.
const passive =
  /(?<!(?:làm|nhận|có|đạt|biết|thấy|hiểu|tìm|không|chưa|xem|dùng|mua|học|nghe|đọc)\s)(?<!\p{L})(?:[Đđ]ược|[Bb]ị)\s+(?!\p{Lu})\p{L}+/gu

/** Two or more of "được", "bị" in a sentence: who acts is lost. */
export function passiveChains(sentence: Sentence): Finding[] {
  const all = [...sentence.text.matchAll(passive)]
  const [first] = all
  const last = all.at(-1)
  if (!first || !last || all.length < 2) return []
  const words = sentence.text.slice(first.index, last.index + last[0].length)
  return [
    found(
      'passive',
      sentence,
      first.index,
      words,
      `${all.length} lần “được”, “bị” trong một câu. Nói ai làm: “Cán bộ xã trả kết quả” thay cho “kết quả được trả”.`,
      `${all.length} passives in one sentence. Say who acts: “The commune gives you the result”, not “the result is given”.`,
    ),
  ]
}

const function_ =
  'và|hoặc|hay|của|là|có|cho|để|ở|tại|trong|ngoài|với|được|bị|đã|đang|sẽ|khi|nếu|thì|mà|các|những|mỗi|mọi|một|này|đó|ấy|theo|từ|đến|về|do|vì|nên|không|chưa|phải|cần|trên|dưới|ra|vào|lên|xuống|rồi|cũng|vẫn|còn|chỉ|ai|gì|bằng|qua|sau|trước|như|lại|đi|bà|con|người|nhằm|tới|cùng|nhưng|ngay|hằng|hàng'
const functionWord = new RegExp(`^(?:${function_})$`, 'iu')
const longestRun = 12

/** Words upon words without one that joins them, or "của … của … của": nobody sees what belongs to what. */
export function nounChains(sentence: Sentence): Finding[] {
  const findings: Finding[] = []
  const advice = [
    'Chuỗi danh từ dài. Thêm động từ, tách ý hoặc dùng dấu phẩy để người đọc biết cái gì thuộc về cái gì.',
    'A long chain of nouns. Put in a verb, part the thoughts, or set commas, so that it is clear what belongs to what.',
  ] as const
  let run: RegExpMatchArray[] = []
  const close = () => {
    const [first] = run
    const last = run.at(-1)
    if (first && last && run.length >= longestRun) {
      const words = sentence.text.slice(first.index, (last.index ?? 0) + last[0].length)
      findings.push(found('nouns', sentence, first.index ?? 0, words, ...advice))
    }
    run = []
  }
  for (const one of sentence.text.matchAll(/[\p{L}\p{M}]+|[^\s\p{L}\p{M}]/gu)) {
    if (/^\p{L}/u.test(one[0]) && !functionWord.test(one[0])) run.push(one)
    else close()
  }
  close()
  const owners = /(?<!\p{L})của\s[^.;:,]{2,60}?(?<!\p{L})của\s[^.;:,]{2,60}?(?<!\p{L})của(?!\p{L})/giu
  for (const one of sentence.text.matchAll(owners))
    findings.push(found('nouns', sentence, one.index, one[0], ...advice))
  return findings
}

const orders =
  'Tăng cường|Đẩy mạnh|Triển khai|Tổ chức|Thực hiện|Nâng cao|Tiếp tục|Chủ động|Phối hợp|Rà soát|Bảo đảm|Đảm bảo|Xây dựng|Kịp thời|Quán triệt|Phát huy|Chú trọng|Đôn đốc|Tiến hành|Khẩn trương|Nghiêm túc'
const orderPattern = new RegExp(`^(?:${orders})(?!\\p{L})`, 'u')
const hiddenActor =
  /(?<!\p{L})(?:phải|cần|sẽ) được\s+\p{L}+(?:\s\p{L}+)?|(?<!\p{L})được (?:tiếp nhận|giải quyết|thực hiện|xử lý|xem xét|kiểm tra|thông báo|trả)(?!\p{L})(?![^.;]{0,40}(?<!\p{L})(?:bởi|do)\s)/giu

/** Who does it? Orders without a subject, and things that "must be done" by nobody. */
export function missingActors(sentence: Sentence): Finding[] {
  if (sentence.capitals || sentence.syllables < 6) return []
  const order = orderPattern.exec(sentence.text)
  if (order)
    return [
      found(
        'actor',
        sentence,
        0,
        order[0],
        'Chưa rõ ai làm. Viết tên cơ quan hoặc người làm ở đầu câu.',
        'Who does it? Begin with the office or the person.',
      ),
    ]
  return [...sentence.text.matchAll(hiddenActor)]
    .slice(0, 1)
    .map((one) =>
      found(
        'actor',
        sentence,
        one.index,
        one[0],
        'Chưa rõ ai làm việc này. Nói cơ quan, bộ phận nào; nếu là việc của người đọc, viết “bạn”, “bà con”.',
        'It is not said who does this. Name the office; where it is for the reader, say “you”.',
      ),
    )
}
