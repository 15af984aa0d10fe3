import type { Visitor } from '@latchkey/identity'
import type { StrengthName } from '@latchkey/policy'
import { z } from 'zod'
import { AskedTarget } from '../access/access-target.ts'
import type { ServerDeps } from '../server-deps.ts'

/** What the asker needs the session to be. */
export interface Requirement {
  readonly strength: StrengthName
  /** Proofs older than this do not count. */
  readonly provenAfter?: Date | undefined
  /** Only this person will do. */
  readonly userId?: string | undefined
  /** What it is for: Conditional Access may want more. Absent: nothing that rules speak of. */
  readonly asked?: AskedTarget | undefined
}

/**
 * One visit to the sign-in pages: where it leads, what is needed, and how far it has come. It travels sealed in the
 * address, bound to the browser, so that arriving writes nothing and two tabs do not disturb each other. No secrets.
 */
export interface Flow {
  /** What ceremonies are bound to. */
  readonly id: string
  /** The local path it leads to. */
  readonly to: string
  /** The local path that starts it anew, in whichever browser. */
  readonly restart: string
  readonly require: Requirement
  /** Absent: the name that is typed decides. */
  readonly tenantId?: string | undefined
  /** True if the asker insists on no tenant: another name may be another organisation's. */
  readonly anyTenant: boolean
  /** As typed, or as the app hinted. */
  readonly userName?: string | undefined
  readonly app?: { readonly clientId: string; readonly displayName: string } | undefined
  readonly startedAt: Date
  /** Interrupts that the person has been through. */
  readonly passed: readonly Interrupt[]
  /** The passkey made in this visit, base64url: it wants a name. */
  readonly newPasskey?: string | undefined
  /** The correlation id of the record that says why a rule keeps them out. */
  readonly refusedAs?: string | undefined
  /** True if the passkey that was used is on another device. */
  readonly crossDevice?: boolean | undefined
  /** True once the person chose to go on inside an in-app browser. */
  readonly inApp?: boolean | undefined
}

/** The questions between the proof and the way on. */
export type Interrupt = 'secure' | 'nudge' | 'second' | 'default' | 'stay'

/** How long a visit to the sign-in pages may take. */
const longestFlowSeconds = 60 * 60

const Instant = z.number().transform((milliseconds) => new Date(milliseconds))

const SealedFlow = z.object({
  id: z.string(),
  to: z.string(),
  restart: z.string(),
  require: z.object({
    strength: z.enum(['singleFactor', 'multiFactor', 'passwordless', 'phishingResistant']),
    provenAfter: Instant.optional(),
    userId: z.string().optional(),
    asked: AskedTarget.optional(),
  }),
  tenantId: z.string().optional(),
  anyTenant: z.boolean(),
  userName: z.string().optional(),
  app: z.object({ clientId: z.string(), displayName: z.string() }).optional(),
  startedAt: Instant,
  passed: z.array(z.enum(['secure', 'nudge', 'second', 'default', 'stay'])),
  newPasskey: z.string().optional(),
  refusedAs: z.string().optional(),
  crossDevice: z.boolean().optional(),
  inApp: z.boolean().optional(),
})

const purpose = 'flow'

/** Seal a flow for the browser it belongs to. base64url. */
export function sealFlow(deps: Pick<ServerDeps, 'keyring'>, visitor: Visitor, flow: Flow): string {
  const { startedAt, require } = flow
  const { provenAfter } = require
  const plain = {
    ...flow,
    startedAt: startedAt.getTime(),
    require: { ...require, provenAfter: provenAfter?.getTime() },
  }
  const sealed = deps.keyring.seal(purpose, Buffer.from(JSON.stringify(plain)), visitor.visitHash)
  return Buffer.from(sealed).toString('base64url')
}

/**
 * Which organisation a ceremony is for. Without a name the passkey itself says whose it is, unless the asker insists on
 * an organisation.
 */
export function ceremonyTenant({ anyTenant, userName, tenantId }: Flow): string | undefined {
  return anyTenant && userName === undefined ? undefined : tenantId
}

/** Open a flow. @returns `undefined` if it is too old, another browser's, or none at all */
export function findFlow(
  deps: Pick<ServerDeps, 'keyring' | 'now'>,
  visitor: Visitor,
  sealed: unknown,
): Flow | undefined {
  if (typeof sealed !== 'string' || sealed.length > 8192) return undefined
  const flow = SealedFlow.safeParse(openJson(deps, visitor, sealed))
  if (!flow.success) return undefined
  const age = deps.now().getTime() - flow.data.startedAt.getTime()
  return age <= longestFlowSeconds * 1000 ? flow.data : undefined
}

function openJson(deps: Pick<ServerDeps, 'keyring'>, visitor: Visitor, sealed: string): unknown {
  try {
    const opened = deps.keyring.open(purpose, Buffer.from(sealed, 'base64url'), visitor.visitHash)
    return JSON.parse(Buffer.from(opened).toString())
  } catch {
    // Whatever it was, it is no flow of this browser: the page says so and offers to start again.
    return undefined
  }
}
