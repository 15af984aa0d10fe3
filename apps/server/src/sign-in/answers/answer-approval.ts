import {
  beginApproval,
  browserChallenge,
  finishApproval,
  IdentityRefusal,
  rememberBrowser,
  verifyBrowser,
  withdrawApproval,
} from '@latchkey/identity'
import { findBrowserName, findSystemName } from '@latchkey/words'
import { z } from 'zod'
import { waitUntil } from '../../approvals/wait-until.ts'
import { readSession } from '../../http/session.ts'
import { listInWords } from '../../page/list-in-words.ts'
import { findRememberedBrowser, setBrowserCookie } from '../remembered-browser.ts'
import { findSignedIn, type Step } from '../step.ts'
import { arrive, currentOf } from './arrive.ts'

const Bytes = z
  .string()
  .max(400)
  .regex(/^[\w-]+$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))

export const beginApprovalShape = { signature: Bytes.optional() }
export const waitApprovalShape = { asked: z.string().max(1024) }
export const rememberShape = { publicKey: Bytes }

/** How long one look at whether somebody answered may take. */
const lookSeconds = 20

/** Ask the person's devices. What the page gets is the number to type, and a handle to what was asked. */
export async function answerBeginApproval(
  step: Step,
  { signature }: { readonly signature?: Uint8Array | undefined },
): Promise<object> {
  const { deps, flow, request } = step
  const { app } = flow
  const country = deps.countryOf(request.visitor.ipAddress)
  const browser = findBrowserName(request.visitor.userAgent)
  const system = findSystemName(request.visitor.userAgent)
  const by = signature === undefined ? await byPassword(step) : await byBrowser(step, signature)
  const begun = await beginApproval(deps, {
    by,
    flowId: flow.id,
    visitor: request.visitor,
    ...(app && { appName: app.displayName }),
    ...(browser !== undefined && { browser }),
    ...(system !== undefined && { system }),
    ...(country !== undefined && { country }),
  })
  const { tenantId, userId } = 'session' in by ? by.session : by.browser
  const secondsLeft = Math.ceil((begun.expiresAt.getTime() - deps.now().getTime()) / 1000)
  return {
    asked: sealAsked(step, { tenantId, userId, requestId: begun.requestId }),
    number: begun.number,
    secondsLeft,
    where: step.said.signIn.approve.on({ devices: listInWords(step.said, begun.devices) }),
  }
}

/** Look whether somebody answered, for as long as the browser waits. */
export async function answerWaitApproval(step: Step, { asked }: { readonly asked: string }): Promise<object> {
  const { deps, flow, request, reply } = step
  const visit = {
    ...openAsked(step, asked),
    flowId: flow.id,
    visitor: request.visitor,
    ...(flow.app !== undefined && { clientId: flow.app.clientId }),
    ...(await currentOf(step)),
  }
  const gone = new AbortController()
  reply.raw.on('close', () => gone.abort())
  const seen = await waitUntil(
    () => finishApproval(deps, visit),
    (found) => found !== 'waiting',
    { who: visitOf(step), seconds: lookSeconds, given: gone.signal, server: request.server },
  )
  return seen === 'waiting' ? { waiting: true } : { navigate: await arrive(step, seen) }
}

/** The browser that waits, whatever it waits for. */
function visitOf({ request }: Step): string {
  return `visit ${Buffer.from(request.visitor.visitHash).toString('base64url')}`
}

/** They go another way: the phone need not ask any more. */
export async function answerWithdrawApproval(
  step: Step,
  { asked }: { readonly asked: string },
): Promise<object> {
  const { deps, flow, request } = step
  await withdrawApproval(deps, {
    ...openAsked(step, asked),
    flowId: flow.id,
    visitor: request.visitor,
  })
  return {}
}

/** Remember this browser by the key it made, after a sign-in that nobody can have relayed. */
export async function answerRemember(
  step: Step,
  { publicKey }: { readonly publicKey: Uint8Array },
): Promise<object> {
  const { deps, reply, request } = step
  // Whoever signed in without typing a name had no organisation in the flow: it is the one they were just signed in to.
  const signedIn = (await findSignedIn(step)) ?? (await readSession(deps, request))
  if (signedIn === undefined) throw new IdentityRefusal('session_ended')
  const browser = await rememberBrowser(deps, {
    session: signedIn.session,
    publicKey,
    visitor: request.visitor,
  })
  setBrowserCookie(deps, reply, browser)
  return { browserId: browser.browserId }
}

/** What a remembered browser is to sign for this visit, and which one it says it is. */
export async function findBrowserAsk(
  step: Step,
): Promise<{ readonly browserId: string; readonly challenge: string } | undefined> {
  const browser = await findRememberedBrowser(step)
  if (browser === undefined) return undefined
  const { tenantId, browserId } = browser
  const challenge = browserChallenge({ tenantId, browserId, flowId: step.flow.id })
  return { browserId, challenge: Buffer.from(challenge).toString('base64url') }
}

async function byPassword(step: Step) {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) throw new IdentityRefusal('session_ended')
  return { session: signedIn.session }
}

async function byBrowser(step: Step, signature: Uint8Array) {
  const browser = await findRememberedBrowser(step)
  if (browser === undefined) throw new IdentityRefusal('browser_not_remembered')
  const { tenantId, browserId } = browser
  const flowId = step.flow.id
  return { browser: await verifyBrowser(step.deps, { tenantId, browserId, flowId, signature }) }
}

const Asked = z.object({ tenantId: z.string(), userId: z.string(), requestId: z.string() })

const purpose = 'asked approval'

/** The page gives it back; nobody else's browser can. */
function sealAsked({ deps, request }: Step, asked: z.infer<typeof Asked>): string {
  const plain = Buffer.from(JSON.stringify(asked))
  return Buffer.from(deps.keyring.seal(purpose, plain, request.visitor.visitHash)).toString('base64url')
}

function openAsked({ deps, request }: Step, sealed: string): z.infer<typeof Asked> {
  try {
    const bytes = deps.keyring.open(purpose, Buffer.from(sealed, 'base64url'), request.visitor.visitHash)
    return Asked.parse(JSON.parse(Buffer.from(bytes).toString()))
  } catch (cause) {
    throw new IdentityRefusal('approval_closed', { detail: 'not of this browser', cause })
  }
}
