/** Moving an organisation to passkeys: the campaign, its waves and mails, and the numbers that say how far it has come. */

// Asking for a passkey on the way through sign-in.
export type { NudgeReach, NudgeRecord, NudgeStore } from './campaign/nudge-store.ts'
export type { PeopleNamed } from './campaign/people-named.ts'
export type { Forecast, ForecastDay } from './forecast/forecast-rollout.ts'
export { type Cohort, noWave, type StageFigures } from './funnel/cohorts.ts'
export { countRollout, type NumbersAsk, type NumbersShelves } from './funnel/count-rollout.ts'
export type {
  Announcement,
  FailureCount,
  FunnelStore,
  LastFailure,
  Reached,
  SeenBrowser,
  SignInTime,
} from './funnel/funnel-store.ts'
export { type LeftAsk, listLeft, type PersonLeft } from './funnel/list-left.ts'
export type { RolloutDay, RolloutNumbers } from './funnel/rollout-numbers.ts'
export { type Stage, stages } from './funnel/stage.ts'
export { type LeftReason, leftReasons } from './funnel/why-left.ts'
// The guide.
export { type GuideTarget, putGuidePicture, putGuideText, resetGuideStep } from './guide/change-guide.ts'
export type {
  GuideOverride,
  GuideOverrideStore,
  GuidePictureFacts,
  GuidePictureFile,
  GuidePictureStore,
  GuideText,
  NewerSystem,
  NewerSystemStore,
} from './guide/guide-store.ts'
// Mails.
export type { CampaignMail, CampaignMailState } from './mails/campaign-mail.ts'
export {
  type CampaignMailEdits,
  type CampaignMailSettings,
  type CampaignMailText,
  type CampaignMailTextStore,
  defaultCampaignMailSettings,
  type EditablePart,
  editableParts,
} from './mails/campaign-mail-settings.ts'
export type {
  CampaignMailCount,
  CampaignMailQuery,
  CampaignMailStore,
  FollowedMail,
  UndecidedQuery,
  WaveGroups,
} from './mails/campaign-mail-store.ts'
export { openCampaignMailToken } from './mails/campaign-mail-token.ts'
export { changeMailSettings, changeMailText, type MailTextTarget, readEdits } from './mails/change-mails.ts'
export {
  decideSending,
  keepSent,
  type NotSentReason,
  type SendingDecision,
} from './mails/decide-sending.ts'
export { dayZeroOf } from './mails/due-mails.ts'
export { type CampaignMailDeps, type CampaignMailPayload, fillOutbox } from './mails/fill-outbox.ts'
export { type CalendarMail, readMailCalendar, type WaveCalendar } from './mails/mail-calendar.ts'
export { type CampaignMailKind, campaignMailKinds, isReminder } from './mails/mail-kind.ts'
export {
  type FoundCampaignMail,
  findCampaignMail,
  noteFollowedMails,
  openCampaignMail,
} from './mails/open-campaign-mail.ts'
export { daysBetween, toLocalMoment } from './mails/schedule.ts'
export { sendAgain } from './mails/send-again.ts'
// Before the first wave.
export { changePilot, notePilot, type PilotAsk, usualPilotDevices } from './pilot/change-pilot.ts'
export {
  getPilot,
  mayStartWaves,
  type PilotDeviceState,
  type PilotMember,
  type PilotState,
  type PilotWay,
  type StartDecision,
} from './pilot/get-pilot.ts'
export type { Pilot, PilotDevice, PilotNote, PilotStore } from './pilot/pilot-store.ts'
export { beginPreflight } from './preflight/begin-preflight.ts'
export {
  type AnnounceDecision,
  getPreflight,
  type LivedSteps,
  mayAnnounce,
  type Preflight,
  type PreflightState,
} from './preflight/get-preflight.ts'
export type { PreflightRecord, PreflightStore } from './preflight/preflight-store.ts'
export type { Walk, WalkFinding, WalkStep } from './preflight/walk-path.ts'
export type { RolloutShelves, RolloutStores } from './stores.ts'
// Waves.
export { findCoverage, type WaveCoverage } from './waves/find-coverage.ts'
export { findRehearsal, type RehearsalQuestion, toRehearsalQuestion } from './waves/find-rehearsal.ts'
export { getWave } from './waves/get-wave.ts'
export { listWavePeople, type PersonInGroups } from './waves/list-wave-people.ts'
export { movePerson, type WavePersonAsk } from './waves/move-people.ts'
export { changeWave, type NewWave, planWave, removeWave, type WaveChange } from './waves/plan-wave.ts'
export {
  type Proposal,
  type ProposalAsk,
  type ProposalTaken,
  proposeWaves,
  takeProposal,
} from './waves/propose-waves.ts'
export { letWaveDecide, putBackPerson, undoWave, type WaveUndone } from './waves/put-back.ts'
export type { WavePlan } from './waves/read-wave-plan.ts'
export {
  type Rehearsal,
  type RehearsalAsk,
  type RehearsalOutcome,
  type RehearsedPerson,
  type RehearsedPlatform,
  rehearsalOutcomes,
  type WaveObstacle,
  waveObstacles,
} from './waves/rehearsal.ts'
export { type RehearsalDeps, rehearseWave } from './waves/rehearse-wave.ts'
export { startWave, stopWave, type WaveStart } from './waves/start-wave.ts'
export {
  type Wave,
  type WaveKind,
  type WaveState,
  type WaveTarget,
  waveStates,
} from './waves/wave.ts'
export type { WaveAsk, WaveDeps, WaveMeans } from './waves/wave-deps.ts'
export { isInStartedWave, listWaves, waveOf } from './waves/wave-of.ts'
export {
  type WavePeopleCounts,
  type WavePeopleQuery,
  type WavePerson,
  type WavePersonState,
  type WavePersonStore,
  wavePersonStates,
} from './waves/wave-person.ts'
export type { WaveStore } from './waves/wave-store.ts'
export { checkWave, workWave } from './waves/work-wave.ts'
