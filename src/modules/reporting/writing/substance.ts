/** Phrases that fill a line and say nothing, without their marks; a text of nothing else is not filled in. */
const fillers = [
  'thực hiện theo quy định',
  'thực hiện tốt',
  'thực hiện theo kế hoạch',
  'đang thực hiện',
  'đã thực hiện',
  'thực hiện đầy đủ',
  'theo quy định',
  'theo kế hoạch',
  'như kỳ trước',
  'như báo cáo kỳ trước',
  'không thay đổi',
  'không phát sinh',
  'không có nội dung',
  'không có gì',
  'không có',
  'chưa có',
  'không',
  'đang cập nhật',
  'cập nhật sau',
  'báo cáo sau',
  'nội dung',
  'abc',
  'xyz',
  'test',
  'ok',
]

/**
 * How many syllables of a text say something: words as Vietnamese writes them, without what the guidance of the
 * section says already, without filler phrases, and each sentence once. ". . ." and "aaaa aaaa" are nothing.
 */
export function substanceOf(text: string, guidance: string | null): number {
  const given = guidance === null ? [] : sentencesOf(guidance)
  const said = new Set(sentencesOf(text))
  let count = 0
  for (const sentence of said) {
    if (given.includes(sentence) || given.join(' ').includes(sentence)) continue
    const words = withoutFillers(sentence).split(' ').filter(isSyllable)
    // One word over and over is no text: a word counts three times at most in a sentence.
    const times = new Map<string, number>()
    for (const word of words) times.set(word, Math.min(3, (times.get(word) ?? 0) + 1))
    const distinct = times.size
    if (words.length >= 6 && distinct <= words.length / 4) continue
    for (const n of times.values()) count += n
  }
  return count
}

/** Is there a line that still waits for somebody's words, as the program leaves them: 'Nguyên nhân: …'? */
export function hasBlank(text: string): boolean {
  return /:[^\S\n]*(?:…|\.{3,})[^\S\n]*$/mu.test(text)
}

/** Sentences in lower case without their marks; digits stay: dates and numbers say something. */
function sentencesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[.;!?\n…]+(?=\s|$)|\n/u)
    .map((s) => s.replace(/[^\p{L}\p{N}/%]+/gu, ' ').trim())
    .filter(Boolean)
}

function withoutFillers(sentence: string): string {
  let rest = ` ${sentence} `
  for (const filler of fillers) if (rest === ` ${filler} `) rest = ' '
  return rest.trim()
}

const vowel = /[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/u

/**
 * A word as Vietnamese or a foreign name has it: a vowel, no letter three times in a row, no four consonants together
 * (fingers on the keyboard leave those), not too long; or a number.
 */
function isSyllable(word: string): boolean {
  if (/\p{N}/u.test(word)) return true
  if (/(\p{L})\1\1/u.test(word) || /[bcdđfghjklmnpqrstvwxz]{4}/u.test(word)) return false
  return vowel.test(word) && word.length <= 12
}
