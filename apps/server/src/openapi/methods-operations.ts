import { z } from 'zod'
import { AddCodes, ChangePassword, DefaultMethod } from '../security-info/account-api.ts'
import {
  BeginPasskey,
  ExplainFailure,
  FinishPasskey,
  RenamePasskey,
  Unfinished,
} from '../security-info/passkeys-api.ts'
import { CeremonyOptions, type Operation, Problem, Signal } from './operation.ts'

const Done = z.object({})
const Told = z.object({ signal: Signal })
const Qr = z.object({ size: z.int(), path: z.string() })
const Added = Told.extend({
  passkey: z.looseObject({ id: z.base64url(), name: z.string() }),
  differences: z.array(z.enum(['provider', 'keeping', 'place', 'proof'])),
  proven: z.boolean(),
})
const differences = z.array(z.enum(['provider', 'keeping', 'place', 'proof']))

const Methods = z.looseObject({
  passkeys: z.array(z.looseObject({ id: z.base64url(), name: z.string() })),
  codes: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  unfinished: z.array(z.looseObject({ kind: z.string(), code: z.string() })),
})

/** What Security info asks about one's ways to sign in, and changes about them. */
export const methodsOperations: readonly Operation[] = [
  own('get', 'methods', 'The ways one has to sign in.', { answer: Methods }),
  own('get', 'policy', 'What the organisation leaves open to one.', { answer: z.looseObject({}) }),
  own('get', 'providers/:id/:phone', 'Where to get an app the organisation names, as a QR code.', {
    answer: Qr,
  }),
  own('get', 'providers/:id/own', 'Where to get an authenticator of ours, as a QR code.', { answer: Qr }),
  own('get', 'devices', 'One’s registered devices.', { answer: z.looseObject({}) }),
  own('delete', 'devices/:id', 'Take one off.'),
  own('get', 'device-links', 'Which of one’s devices remember each other.', { answer: z.looseObject({}) }),
  own('delete', 'device-links/:id', 'Have them forget each other.'),
  own('delete', 'approvers/:id', 'Approve sign-ins no more on a device.'),
  own('delete', 'browsers/:id', 'Forget a browser in which an approval is enough.'),
  own('post', 'ready', 'Ask whether the last proof is recent enough to add something.'),
  own('post', 'passkeys/begin', 'Begin to add a passkey.', { body: BeginPasskey, answer: CeremonyOptions }),
  own('post', 'passkeys/finish', 'Add a passkey, and learn where it landed.', {
    body: FinishPasskey,
    answer: Added,
  }),
  own('get', 'passkeys/:id/landing', 'Where a passkey landed, beside what was asked for.', {
    answer: z.object({ differences, proven: z.boolean() }),
  }),
  own('patch', 'passkeys/:id', 'Name a passkey.', { body: RenamePasskey, answer: Told }),
  own('delete', 'passkeys/:id', 'Remove a passkey.', { answer: Told }),
  own('post', 'explain', 'Tell that the browser gave no passkey, and learn why.', {
    body: ExplainFailure,
    answer: Problem.partial(),
  }),
  own('post', 'unfinished', 'Tell that a registration came to nothing.', {
    body: Unfinished,
    answer: z.object({ unknown: z.object({ rpId: z.string(), credentialId: z.base64url() }).optional() }),
  }),
  own('delete', 'unfinished/:kind', 'Be told of it no more.'),
  own('post', 'codes/begin', 'Begin to add an authenticator app for one-time codes.', {
    answer: z.object({ secret: z.string(), sealed: z.string(), qr: Qr }),
  }),
  own('post', 'codes', 'Add it, with its first code.', { body: AddCodes }),
  own('delete', 'codes/:id', 'Remove one.'),
  own('post', 'password', 'Change the password.', { body: ChangePassword }),
  own('put', 'default', 'Choose the default way to sign in.', { body: DefaultMethod }),
]

function own(
  method: Operation['method'],
  path: string,
  summary: string,
  { body, answer = Done }: { readonly body?: z.ZodType; readonly answer?: z.ZodType } = {},
): Operation {
  return {
    method,
    path: `/security-info/api/${path}`,
    tag: 'security-info',
    summary,
    by: 'session',
    answer,
    ...(body && { body }),
  }
}
