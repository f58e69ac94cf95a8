/** Meaning of a colour. It never stands alone: an icon and a word always say the same. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'accent' | 'lotus' | 'quiet'
