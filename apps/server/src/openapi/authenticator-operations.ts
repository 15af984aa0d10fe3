import { z } from 'zod'
import { AnswerRequest, SetUpApprovals } from '../approvals/approval-routes.ts'
import { RemoveAuthenticatorCodes } from '../authenticator/code-routes.ts'
import { RegisterDevice, RenewDevice } from '../authenticator/device-routes.ts'
import { AnnounceUse, BeginLink, ConfirmLink } from '../authenticator/link-routes.ts'
import { FinishAuthenticatorPasskey } from '../authenticator/passkey-routes.ts'
import { PhoneSignIn } from '../authenticator/phone-app.ts'
import { AddCodes } from '../security-info/account-api.ts'
import { type Authority, CeremonyOptions, Navigate, type Operation } from './operation.ts'

const Done = z.object({})
const Some = z.looseObject({})
const Device = z.looseObject({ deviceId: z.uuid(), state: z.enum(['active', 'expired', 'revoked']) })
const Certificates = z.array(z.base64url())

/** What an authenticator of ours asks, as somebody's session or as the device it is. */
export const authenticatorOperations: readonly Operation[] = [
  by('session', 'post', 'sign-in', 'Begin the sign-in that adds this phone.', {
    body: PhoneSignIn,
    answer: Navigate,
  }),
  by('session', 'get', 'api/here', 'Who is signed in in this browser.', { answer: Some }),
  by('sessionOrToken', 'post', 'api/devices', 'Register a device: its own key gets a certificate.', {
    body: RegisterDevice,
    answer: z.object({ device: Device, account: Some, x5c: Certificates }),
    status: 201,
  }),
  by('device', 'post', 'api/devices/renew', 'Get the next certificate, in the last days of this one.', {
    body: RenewDevice,
    answer: z.object({ device: Device, x5c: Certificates }),
  }),
  by('device', 'delete', 'api/devices/this', 'Take this device off the account.'),
  by('device', 'get', 'api/account', 'What the account is: its passkeys, and what may be set up here.', {
    answer: z.object({ account: Some, device: Device, passkeys: z.array(Some), methods: z.array(Some) }),
  }),
  by('sessionOrToken', 'post', 'api/passkeys/begin', 'Begin to make a passkey on this device.', {
    answer: CeremonyOptions,
  }),
  by('sessionOrToken', 'post', 'api/passkeys/finish', 'Add it, proven by the device.', {
    body: FinishAuthenticatorPasskey,
    answer: Some,
  }),
  by('device', 'delete', 'api/passkeys/:id', 'Remove a passkey that this device made.'),
  by('sessionOrToken', 'post', 'api/codes/begin', 'Begin to make one-time codes here.', { answer: Some }),
  by('sessionOrToken', 'post', 'api/codes/finish', 'Add them, with the first code.', {
    body: AddCodes,
    answer: z.object({ id: z.uuid() }),
  }),
  by('device', 'post', 'api/codes/:id/remove', 'Take them off, with a code of theirs.', {
    body: RemoveAuthenticatorCodes,
  }),
  by('device', 'get', 'api/push', 'With which key notifications are signed.', { answer: Some }),
  by('device', 'put', 'api/push', 'Let this device approve sign-ins.', {
    body: SetUpApprovals,
    answer: Some,
  }),
  by('device', 'delete', 'api/push', 'Approve no more on this device.'),
  by('device', 'get', 'api/requests', 'The sign-ins that wait for an answer; waits for one if asked to.', {
    answer: Some,
  }),
  by('device', 'post', 'api/requests/:id/answer', 'Answer one, signed by the approval key.', {
    body: AnswerRequest,
    answer: Some,
  }),
  by('sessionOrToken', 'post', 'api/links/begin', 'Begin to link two devices.', {
    body: BeginLink,
    answer: Some,
  }),
  by('device', 'post', 'api/links/:id/confirm', 'Say which handshake this end saw.', {
    body: ConfirmLink,
    answer: Some,
  }),
  by('device', 'post', 'api/links/:id/uses', 'Announce what is about to be signed over a link.', {
    body: AnnounceUse,
    status: 204,
  }),
  by('device', 'get', 'api/links', 'The links of this device.', {
    answer: z.object({ value: z.array(Some) }),
  }),
  by('device', 'delete', 'api/links/:id', 'Forget one.'),
]

function by(
  authority: Authority,
  method: Operation['method'],
  path: string,
  summary: string,
  more: Pick<Operation, 'body' | 'answer' | 'status'> = { answer: Done },
): Operation {
  return { method, path: `/authenticator/${path}`, tag: 'authenticator', summary, by: authority, ...more }
}
