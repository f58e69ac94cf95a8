import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { TextSelection } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  toggleHeaderRow,
} from 'prosemirror-tables'

/** True where the caret stands within a node of this name. */
export function isInside(state, name, attrs = {}) {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name === name && Object.entries(attrs).every(([key, value]) => node.attrs[key] === value))
      return true
  }
  return false
}

export function hasMark(state, name) {
  const { from, $from, to, empty } = state.selection
  const type = state.schema.marks[name]
  return empty
    ? Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
    : state.doc.rangeHasMark(from, to, type)
}

/** The mark of this name at the caret, or null. */
export function markAt(state, name) {
  const { $from, from, to, empty } = state.selection
  const type = state.schema.marks[name]
  if (empty) return type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []) ?? null
  let found = null
  state.doc.nodesBetween(from, to, (node) => {
    found ??= type.isInSet(node.marks) ?? null
  })
  return found
}

/** Commands of the toolbar by name: `run`, whether it is on, and whether it can be used here. */
export function commandsOf(schema) {
  const { nodes, marks } = schema
  const mark = (name) => ({ run: toggleMark(marks[name]), on: (state) => hasMark(state, name) })
  const list = (name) => ({
    run: (state, dispatch) =>
      isInside(state, name)
        ? liftListItem(nodes.listItem)(state, dispatch)
        : wrapInList(nodes[name])(state, dispatch),
    on: (state) => isInside(state, name),
  })
  return {
    bold: mark('bold'),
    italic: mark('italic'),
    superscript: mark('superscript'),
    subscript: mark('subscript'),
    bulletList: list('bulletList'),
    orderedList: list('orderedList'),
    blockquote: {
      run: (state, dispatch) =>
        isInside(state, 'blockquote') ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch),
      on: (state) => isInside(state, 'blockquote'),
    },
    indent: { run: sinkListItem(nodes.listItem) },
    outdent: { run: liftListItem(nodes.listItem) },
    table: { run: insertTable },
    rule: { run: insertBlock(() => nodes.horizontalRule.create()) },
    undo: { run: undo },
    redo: { run: redo },
    addRow: { run: addRowAfter },
    addColumn: { run: addColumnAfter },
    deleteRow: { run: deleteRow },
    deleteColumn: { run: deleteColumn },
    headerRow: { run: toggleHeaderRow, on: hasHeaderRow },
    deleteTable: { run: deleteTable },
  }
}

export { isInTable }

export function setStyle(schema, style) {
  return style === 'paragraph'
    ? setBlockType(schema.nodes.paragraph)
    : setBlockType(schema.nodes.heading, { level: Number(style) })
}

export function styleAt(state) {
  const { parent } = state.selection.$from
  return parent.type.name === 'heading' ? String(parent.attrs.level) : 'paragraph'
}

function hasHeaderRow(state) {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name === 'table') return node.firstChild?.firstChild?.type.name === 'tableHeader'
  }
  return false
}

/** Puts a block after the outermost one that the caret is in, or in place of an empty paragraph. */
export function insertBlock(make, inside = null) {
  return (state, dispatch) => {
    const { $from } = state.selection
    const top = $from.depth > 0 ? $from.node(1) : null
    const isEmpty = top?.type.name === 'paragraph' && top.content.size === 0
    const from = $from.depth > 0 ? (isEmpty ? $from.before(1) : $from.after(1)) : state.selection.to
    if (dispatch) {
      const node = make()
      const tr = state.tr.replaceWith(from, isEmpty ? $from.after(1) : from, node)
      const end = from + node.nodeSize
      if (!tr.doc.resolve(end).nodeAfter) tr.insert(end, state.schema.nodes.paragraph.create())
      const at = inside === null ? end : from + inside
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at))).scrollIntoView())
    }
    return true
  }
}

function insertTable(state, dispatch) {
  if (isInTable(state)) return false
  const { table, tableRow, tableHeader, tableCell, paragraph } = state.schema.nodes
  const row = (cell) =>
    tableRow.create(
      null,
      [0, 1, 2].map(() => cell.create(null, paragraph.create())),
    )
  return insertBlock(() => table.create(null, [row(tableHeader), row(tableCell), row(tableCell)]), 3)(
    state,
    dispatch,
  )
}

/** Keys of the text itself. Tab moves within a table only: in a list it would hold the keyboard fast. */
export function keysOf(schema, open) {
  const { nodes } = schema
  const commands = commandsOf(schema)
  const hardBreak = chainCommands(exitCode, (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent || styleAt(state) !== 'paragraph') return false
    dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView())
    return true
  })
  return {
    'Mod-b': commands.bold.run,
    'Mod-i': commands.italic.run,
    'Mod-.': commands.superscript.run,
    'Mod-,': commands.subscript.run,
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-Shift-7': commands.orderedList.run,
    'Mod-Shift-8': commands.bulletList.run,
    'Mod-Shift-9': commands.blockquote.run,
    'Mod-Alt-0': setStyle(schema, 'paragraph'),
    'Mod-Alt-2': setStyle(schema, '2'),
    'Mod-Alt-3': setStyle(schema, '3'),
    'Mod-Alt-4': setStyle(schema, '4'),
    'Mod-]': commands.indent.run,
    'Mod-[': commands.outdent.run,
    'Mod-k': open('link'),
    'Alt-F10': open('toolbar'),
    'Shift-Enter': hardBreak,
    Enter: splitListItem(nodes.listItem),
    Tab: goToNextCell(1),
    'Shift-Tab': goToNextCell(-1),
  }
}
