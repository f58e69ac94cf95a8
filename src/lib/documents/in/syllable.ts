const onsets = 'b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x'

const rhymes = `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ơng u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn
uông uôt up ut uy uya uych uyên uyêt uynh uyt uyp uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu`

const shape = new RegExp(`^(?:${onsets})?(?:${rhymes.trim().split(/\s+/).join('|')})$`)
const stopped = /(?:p|t|c|ch)$/
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** True when the word could be one written Vietnamese syllable: onset, rhyme, at most one tone, and the right one. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  const marks = apart.match(tones) ?? []
  if (marks.length > 1) return false
  const bare = apart.replace(tones, '').normalize('NFC')
  if (!shape.test(bare)) return false
  return !stopped.test(bare) || marks[0] === '\u0301' || marks[0] === '\u0323'
}

export interface Plausibility {
  good: number
  bad: number
}

// A word here is any run of letters, or of characters that an old encoding may have put in the place of letters.
const words = /[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7\uf020-\uf0ff\ufffd]+/gu
const foreign = /[^A-Za-z]/

/**
 * How many words with marks look Vietnamese and how many do not. Plain ASCII words say nothing.
 * `seen` keeps earlier verdicts; a long text repeats its words.
 */
export function plausibility(text: string, seen: Map<string, boolean> = new Map()): Plausibility {
  const result = { good: 0, bad: 0 }
  for (const [found] of text.matchAll(words)) {
    if (found.length > 40) {
      result.bad++
      continue
    }
    const word = found.replace(/^[«»°§±²³½×·]+|[«»°§±²³½×·]+$/g, '')
    if (!foreign.test(word)) continue
    let verdict = seen.get(word)
    if (verdict === undefined) {
      verdict = isSyllable(word)
      if (seen.size < 50_000) seen.set(word, verdict)
    }
    if (verdict) result.good++
    else result.bad++
  }
  return result
}
