/** How our front ends speak to our server: the client, its problems, and what a document carries. */
export { ApiProblem, offlineCode, type ProblemFacts, toProblem } from './api-problem.ts'
export { type Boot, readBoot } from './boot.ts'
export {
  type BegunConfirmation,
  beginConfirmation,
  type Confirmation,
  confirmInPlace,
  type ShownFailure,
} from './confirm-in-place.ts'
export { type Ask, type Client, type ClientDeps, type Method, newClient, type Page } from './new-client.ts'
export type { DeviceOfPerson, LinkOfPerson } from './portal/devices.ts'
export type {
  AddedPasskey,
  ApproverOfPerson,
  BegunCodes,
  BrowserOfPerson,
  CodesOfPerson,
  ExplainedFailure,
  LandingOfPasskey,
  MethodsOfPerson,
  ModelOfPasskey,
  PasskeyKind,
  PasskeyOfPerson,
  Place,
  PlaceOfPasskey,
  Preferred,
  Qr,
  Requirement,
  UnfinishedOfPerson,
} from './portal/methods.ts'
