import type { OpenPolicy } from '../open-policy.ts'
import type { Visitor } from '../visitor.ts'
import { columnOf, exampleVisitors } from './guide-column.ts'
import {
  type GuideCell,
  type GuideColumn,
  type GuidePlace,
  type GuideReason,
  guideColumns,
  guidePlaces,
} from './guide-plan.ts'
import { type JudgedWay, judgeWays } from './judge-ways.ts'

/** What is told first, of several reasons: what somebody can do something about. */
const telling: readonly GuideReason[] = [
  'tooOld',
  'noHybrid',
  'helpDeskOnly',
  'notSynced',
  'notProven',
  'notThisKind',
  'notOpen',
  'notForDevice',
]

/** What is told where there is nothing that could be judged. */
const nothing: Readonly<Record<GuidePlace, GuideReason>> = {
  app: 'noApp',
  thisDevice: 'keepsNone',
  otherDevice: 'notForDevice',
  securityKey: 'notOpen',
}

interface Place {
  readonly place: GuidePlace
  readonly column: GuideColumn
}

/**
 * List where a passkey can be and where not: by the rules, for devices as they usually are; in the visitor's own column, for
 * the very device they hold.
 */
export function listCells(visitor: Visitor, policy: OpenPolicy): readonly GuideCell[] {
  const own = columnOf(visitor)
  const judged = new Map(
    guideColumns.map((column) => [
      column,
      (column === own ? [visitor] : exampleVisitors[column]).flatMap((each) =>
        judgeWays({ visitor: each, policy }),
      ),
    ]),
  )
  const cells = guidePlaces.flatMap((place) =>
    guideColumns.map((column) => ({
      place,
      column,
      ways: (judged.get(column) ?? []).filter((way) => way.place === place),
    })),
  )
  const possible = cells.filter(({ ways }) => ways.some(isOpen))
  return cells.map(({ place, column, ways }) => {
    const open = ways.filter(isOpen)
    if (open.length > 0) {
      const names = [...new Set(open.map(({ name }) => name))].filter((name) => name !== '')
      return { place, column, possible: true, names }
    }
    const nearest = findNearest({ place, column }, possible)
    return {
      place,
      column,
      possible: false,
      because: telling.find((reason) => ways.some(({ because }) => because === reason)) ?? nothing[place],
      ...(nearest && { nearest }),
    }
  })
}

const isOpen = ({ because }: JudgedWay) => because === undefined

/** On the same device rather than on another; there, in the same kind of place. */
function findNearest({ place, column }: Place, possible: readonly Place[]): Place | undefined {
  const found =
    possible.find((each) => each.column === column) ??
    possible.find((each) => each.place === place) ??
    possible[0]
  return found && { place: found.place, column: found.column }
}
