import { z } from 'zod'
import { beginApprovalShape, rememberShape, waitApprovalShape } from '../sign-in/answers/answer-approval.ts'
import { answerShape, skipShape } from '../sign-in/answers/answer-interrupt.ts'
import { nameShape } from '../sign-in/answers/answer-name.ts'
import { nudgeShape } from '../sign-in/answers/answer-nudge.ts'
import { beginPasskeyShape, finishPasskeyShape } from '../sign-in/answers/answer-passkey.ts'
import {
  beginRegisterShape,
  finishRegisterShape,
  namePasskeyShape,
} from '../sign-in/answers/answer-register.ts'
import { reportShape } from '../sign-in/answers/answer-report.ts'
import { secretShape } from '../sign-in/answers/answer-secret.ts'
import { termsShape } from '../sign-in/answers/answer-terms.ts'
import { CeremonyOptions, Navigate, type Operation, Problem, Signal } from './operation.ts'

const Arrived = Navigate.extend({ signal: Signal })

/** What the pages of sign-in post. */
export const signInOperations: readonly Operation[] = [
  step('name', 'Say who signs in. Every name has an answer, known or not.', nameShape),
  step(
    'passkey/begin',
    'Ask for fresh options to sign in with a passkey.',
    beginPasskeyShape,
    CeremonyOptions,
  ),
  step('passkey/finish', 'Sign in with a passkey.', finishPasskeyShape, Arrived),
  step('password', 'Sign in with a password.', secretShape),
  step('pass', 'Sign in with a Temporary Access Pass.', secretShape),
  step('code', 'Add a one-time code to what was proven.', secretShape),
  step(
    'approve/begin',
    'Ask the person’s devices to approve this sign-in.',
    beginApprovalShape,
    z.looseObject({}),
  ),
  step('approve/wait', 'Wait for their answer.', waitApprovalShape, z.looseObject({})),
  step('approve/withdraw', 'Go another way.', waitApprovalShape, z.looseObject({})),
  step('remember', 'Remember this browser, by a key of its own.', rememberShape, z.looseObject({})),
  step('register/begin', 'Begin to add a passkey.', beginRegisterShape, CeremonyOptions),
  step('register/finish', 'Add a passkey.', finishRegisterShape, Arrived),
  step('name-passkey', 'Name the new passkey.', namePasskeyShape),
  step('skip', 'Put off adding a passkey.', skipShape),
  step(
    'nudge',
    'Put off the passkey that the campaign asks for, or say that it came to nothing.',
    nudgeShape,
  ),
  step('default', 'Make a passkey the default way to sign in, or not.', answerShape),
  step('stay', 'Stay signed in, or not.', answerShape),
  step('terms', 'Accept terms of use, or not.', termsShape),
  step('report', 'Tell that the browser gave no passkey, and learn why.', reportShape, Problem.partial()),
  {
    method: 'post',
    path: '/sign-out',
    tag: 'sign-in',
    summary: 'Sign out.',
    by: 'session',
    answer: Navigate,
  },
]

function step(path: string, summary: string, shape: z.ZodRawShape, answer: z.ZodType = Navigate): Operation {
  const body = z.object({ flow: z.string(), ...shape })
  return { method: 'post', path: `/sign-in/${path}`, tag: 'sign-in', summary, by: 'flow', body, answer }
}
