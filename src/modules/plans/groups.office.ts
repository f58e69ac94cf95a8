import { invalid } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { actorOf, type Route } from '../../lib/http/route.ts'
import { idOf, one } from './asking.ts'
import { type DraftVerb, draftForm } from './draft-form.ts'
import { editor } from './editor.office.ts'
import { addGroup, moveGroup, removeGroup, renameGroup } from './plans.groups.ts'
import { texts } from './plans.texts.ts'

/** The groups of a draft: added, named, put in order, taken out while empty. */
export const groupRoutes: readonly Route[] = [
  edit('groups', (tx, c, id, v) => addGroup(tx, actorOf(c), id, groupIn(v, 'group-title'), c.get('now'))),
  edit('groups/:groupId{[0-9]+}', (tx, c, id, v) =>
    renameGroup(
      tx,
      actorOf(c),
      id,
      idOf(c, 'groupId'),
      groupIn(v, `group-${idOf(c, 'groupId')}-title`),
      c.get('now'),
    ),
  ),
  edit('groups/:groupId{[0-9]+}/move', (tx, c, id, v) =>
    moveGroup(
      tx,
      actorOf(c),
      id,
      idOf(c, 'groupId'),
      one(v, 'direction') === 'up' ? 'up' : 'down',
      c.get('now'),
    ),
  ),
  edit('groups/:groupId{[0-9]+}/deletion', (tx, c, id) =>
    removeGroup(tx, actorOf(c), id, idOf(c, 'groupId'), c.get('now')),
  ),
]

function edit(resource: string, verb: DraftVerb): Route {
  return draftForm({ resource, verb, back: '/editor#groups', again: editor })
}

function groupIn(v: FormValues, field: string): { ordinal: string | null; title: string } {
  if (!one(v, 'title')) throw invalid([{ field, ...texts.needTitle }])
  return { ordinal: one(v, 'ordinal') || null, title: one(v, 'title') }
}
