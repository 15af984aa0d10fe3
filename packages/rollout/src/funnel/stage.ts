import type { StepName } from '@latchkey/identity'

/** How far somebody may have come, in order. Whoever is at one has been at all before it. */
export const stages = ['capable', 'invited', 'opened', 'started', 'created', 'used'] as const

/** One of `stages`. */
export type Stage = (typeof stages)[number]

/**
 * What each step shows that somebody came to. Whoever put it off read what it was; whoever failed had begun.
 *
 * A step counts for the stages before it, too: people come to a passkey without an invitation, and a mail that shows no
 * pictures and follows no links was read all the same.
 */
const stageOfStep: Readonly<Record<StepName, Stage>> = {
  mailSent: 'invited',
  offered: 'invited',
  mailOpened: 'opened',
  guideOpened: 'opened',
  snoozed: 'opened',
  started: 'started',
  promptShown: 'started',
  failed: 'started',
  created: 'created',
  firstUsed: 'used',
  used: 'used',
}

/** Say how far somebody has come who may have a passkey. */
export function furthestStage(steps: Iterable<StepName>): Stage {
  let furthest = 0
  for (const step of steps) furthest = Math.max(furthest, stages.indexOf(stageOfStep[step]))
  return stages[furthest] ?? 'capable'
}

/** Whether somebody at one stage has been at another. */
export function hasReached(at: Stage, stage: Stage): boolean {
  return stages.indexOf(at) >= stages.indexOf(stage)
}
