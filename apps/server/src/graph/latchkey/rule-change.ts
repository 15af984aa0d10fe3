import type { ChangedDocument } from '@latchkey/identity'
import { changedProperties } from '@latchkey/identity/administer'
import type { GraphObject } from '../resource-shape.ts'

/** One document before and after a change, and where it differs; one that is new or gone is there as a whole. */
export function toRuleChange({ kind, id, before, after }: ChangedDocument): GraphObject {
  return {
    kind,
    id,
    displayName: (after ?? before)?.displayName ?? null,
    change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    properties: before && after ? changedProperties(before, after) : [],
    ...(!(before && after) && { document: after ?? before }),
  }
}
