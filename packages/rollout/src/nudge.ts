/**
 * What every sign-in may ask of the campaign. A door of its own, because the rest of this room is for administrators and for
 * jobs that have something to do: a server that only signs people in never loads it.
 */
export { askNudge, failNudge, type NudgeAnswer, settleNudge, snoozeNudge } from './campaign/answer-nudge.ts'
export { findNudge, type NudgeAsk } from './campaign/find-nudge.ts'
