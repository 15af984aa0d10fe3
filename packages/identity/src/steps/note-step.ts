import { readVisitor, toDeviceClass } from '@latchkey/guidance'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import type { Shelves } from '../stores.ts'
import type { StepEvent } from './step-event.ts'

/** What happened; when, and with what in their hands, is added here. */
export type StepNote = Omit<StepEvent, 'eventId' | 'at' | 'device' | 'browser' | 'correlationId'> & {
  /** Absent where nobody was there: a mail that was sent. */
  readonly visitor?: Pick<Visitor, 'userAgent' | 'clientHints' | 'correlationId'>
}

/**
 * Write down that somebody came to a step, in the unit of work that it tells of: then the figures and what happened
 * cannot disagree.
 */
export async function noteStep(
  tx: Pick<Shelves, 'stepEvents'>,
  deps: Pick<Deps, 'now' | 'random'>,
  note: StepNote,
): Promise<void> {
  await tx.stepEvents.append(toStepEvent(deps, note))
}

/** Make the event of what happens at this moment, for whoever writes it down a little later. */
export function toStepEvent(deps: Pick<Deps, 'now' | 'random'>, { visitor, ...note }: StepNote): StepEvent {
  const seen = visitor && readVisitor(visitor.userAgent, visitor.clientHints)
  return {
    ...note,
    eventId: newId(deps),
    at: deps.now(),
    device: seen === undefined ? 'unknown' : toDeviceClass(seen),
    ...(seen?.browser !== undefined && { browser: seen.browser }),
    ...(visitor !== undefined && { correlationId: visitor.correlationId }),
  }
}
