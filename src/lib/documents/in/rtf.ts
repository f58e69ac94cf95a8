import { type Block, type Cell, cell, line, type Table } from './blocks.ts'
import { isLayoutTable, layoutLines } from './layout-table.ts'
import { joinSegments, type Segment } from './legacy-runs.ts'
import { type Budget, checkTime, ReadingFault, spend } from './limits.ts'

interface Group {
  skip: boolean
  /** Characters after \u that older programs show instead. */
  fallback: number
  font: string
  hidden: boolean
  caps: boolean
  inTable: boolean
}

interface RtfReader {
  budget: Budget
  blocks: Block[]
  segments: Segment[]
  cell: string[]
  row: Cell[]
  merges: Cell['from'][]
  table: Table | null
  borders: boolean
  fonts: Map<string, string>
  codepage: string
  pendingBytes: number[]
}

const skipped = new Set(
  'stylesheet colortbl info pict header headerl headerr headerf footer footerl footerr footerf fldinst themedata datastore xmlnstbl listtable listoverridetable generator latentstyles rsidtbl object nonshppict pgptbl revtbl filetbl mmathPr userprops bkmkstart bkmkend fonttbl'.split(
    ' ',
  ),
)

function decoderFor(codepage: string) {
  try {
    return new TextDecoder(codepage)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

function addText(reader: RtfReader, group: Group, text: string): void {
  if (group.skip || group.hidden) return
  flushBytes(reader, group)
  reader.segments.push({ text, font: reader.fonts.get(group.font), caps: group.caps })
}

function flushBytes(reader: RtfReader, group: Group): void {
  if (reader.pendingBytes.length === 0) return
  const text = decoderFor(reader.codepage).decode(Uint8Array.from(reader.pendingBytes))
  reader.pendingBytes = []
  if (!group.skip && !group.hidden) {
    reader.segments.push({ text, font: reader.fonts.get(group.font), caps: group.caps })
  }
}

function takeText(reader: RtfReader, group: Group): string {
  flushBytes(reader, group)
  const { text } = joinSegments(reader.segments)
  reader.segments = []
  spend(reader.budget, 'characters', text.length)
  return text.replace(/^([-+•]|\d+[.)]|[a-zđ]\)|[IVX]+\.)\t/i, '$1 ')
}

function closeTable(reader: RtfReader): void {
  const { table } = reader
  reader.table = null
  if (!table) return
  const width = Math.max(...table.rows.map((row) => row.length))
  for (const row of table.rows) while (row.length < width) row.push(cell(''))
  reader.blocks.push(...(isLayoutTable(table.rows, reader.borders) ? layoutLines(table) : [table]))
  reader.borders = false
}

function endParagraph(reader: RtfReader, group: Group): void {
  const text = takeText(reader, group)
  if (group.inTable) {
    reader.cell.push(text)
    return
  }
  closeTable(reader)
  reader.blocks.push(line(text))
}

function endCell(reader: RtfReader, group: Group): void {
  reader.cell.push(takeText(reader, group))
  const from = reader.merges[reader.row.length] ?? 'here'
  reader.row.push(cell(from === 'here' ? reader.cell.join('\n') : '', from))
  reader.cell = []
}

function endRow(reader: RtfReader): void {
  if (reader.row.length === 0) return
  if (spend(reader.budget, 'cells', reader.row.length)) {
    reader.table ??= { kind: 'table', rows: [], remarks: [] }
    reader.table.rows.push(reader.row)
  }
  reader.row = []
}

const marks: Record<string, string> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
}

function tableWord(reader: RtfReader, group: Group, word: string): boolean {
  if (word === 'cell' || word === 'nestcell') endCell(reader, group)
  else if (word === 'row') endRow(reader)
  else if (word === 'trowd') {
    reader.merges = ['here']
    group.inTable = true
  } // Merge words stand before their cell's \cellx, which opens the next place.
  else if (word === 'clvmrg') reader.merges[reader.merges.length - 1] = 'above'
  else if (word === 'clmrg') reader.merges[reader.merges.length - 1] = 'left'
  else if (word === 'cellx') reader.merges.push('here')
  else if (/^clbrdr|^trbrdr/.test(word)) reader.borders = true
  else if (word === 'intbl') group.inTable = true
  else if (word === 'pard') group.inTable = false
  else return false
  return true
}

function controlWord(reader: RtfReader, group: Group, word: string, value: number | null): void {
  if (skipped.has(word)) group.skip = true
  if (group.skip) return
  if (tableWord(reader, group, word)) return
  const mark = marks[word]
  if (mark) addText(reader, group, mark)
  else if (word === 'par' || word === 'sect' || word === 'page') endParagraph(reader, group)
  else if (word === 'u' && value !== null) addText(reader, group, String.fromCharCode(value & 0xffff))
  else if (word === 'uc') group.fallback = value ?? 1
  else if (word === 'v') group.hidden = value !== 0
  else if (word === 'deleted') group.hidden = value !== 0
  else if (word === 'caps') group.caps = value !== 0
  else if (word === 'f') {
    flushBytes(reader, group)
    group.font = String(value ?? 0)
  } else if (word === 'ansicpg') reader.codepage = `windows-${value ?? 1252}`
  else if (word === 'plain') {
    group.hidden = false
    group.caps = false
  }
}

const token =
  /\\(?:([a-zA-Z]{1,32})(-?\d{1,9})?[ ]?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\r\n]/g

function readFonts(source: string): Map<string, string> {
  const fonts = new Map<string, string>()
  const from = source.indexOf('{\\fonttbl')
  if (from === -1) return fonts
  const table = source.slice(from, from + 20_000)
  for (const [, id = '', name = ''] of table.matchAll(/\\f(\d+)[^;{}]*? ([^;{}\\]+)/g)) {
    if (!fonts.has(id)) fonts.set(id, name.trim())
  }
  return fonts
}

function symbolWord(reader: RtfReader, group: Group, sign: string): void {
  if (sign === '*') group.skip = true
  else if (sign === '~') addText(reader, group, ' ')
  else if (sign === '_') addText(reader, group, '-')
  else if (sign === '\\' || sign === '{' || sign === '}') addText(reader, group, sign)
}

function walk(reader: RtfReader, source: string): void {
  const groups: Group[] = []
  let group: Group = { skip: false, fallback: 1, font: '0', hidden: false, caps: false, inTable: false }
  let owed = 0
  let steps = 0
  for (const [, word, value, hex, sign, brace, text] of source.matchAll(token)) {
    if (++steps % 4096 === 0) checkTime(reader.budget)
    if (reader.budget.cut) return
    if (brace === '{') {
      if (groups.length > reader.budget.limits.depth * 8) throw new ReadingFault('too-deep')
      groups.push({ ...group })
    } else if (brace === '}') {
      flushBytes(reader, group)
      group = groups.pop() ?? group
      owed = 0
    } else if (word) {
      controlWord(reader, group, word, value === undefined ? null : Number(value))
      owed = word === 'u' ? group.fallback : owed
    } else if (hex) {
      if (owed > 0) owed--
      else if (!group.skip) reader.pendingBytes.push(Number.parseInt(hex, 16))
    } else if (sign) symbolWord(reader, group, sign)
    else if (text) {
      addText(reader, group, text.slice(owed))
      owed = Math.max(0, owed - text.length)
    }
  }
  endRow(reader)
  if (reader.segments.length > 0) endParagraph(reader, group)
  closeTable(reader)
}

/** Reads Rich Text Format, which many offices rename to .doc: words, list numbers as printed, tables. */
export function readRtf(bytes: Uint8Array, budget: Budget): Block[] {
  const source = new TextDecoder('windows-1252').decode(bytes)
  const reader: RtfReader = {
    budget,
    blocks: [],
    segments: [],
    cell: [],
    row: [],
    merges: ['here'],
    table: null,
    borders: false,
    fonts: readFonts(source),
    codepage: 'windows-1252',
    pendingBytes: [],
  }
  walk(reader, source)
  return reader.blocks
}
