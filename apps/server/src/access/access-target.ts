import type { App } from '@latchkey/identity'
import { z } from 'zod'

/** What somebody sits at: a browser, a program on a device, or a device that shows a code. */
const clients = ['browser', 'native', 'deviceCode'] as const

export type AskingClient = (typeof clients)[number]

/** What somebody opens, or does, and what the app asked for by name: what Conditional Access decides about. */
export type AskedTarget = z.infer<typeof AskedTarget>

/** As it travels, sealed, from the one who asks to the pages of sign-in. */
export const AskedTarget = z.object({
  target: z.union([
    /** `resource`: the API that the app wants to call, an app of its own. */
    z.object({ kind: z.literal('app'), clientId: z.string(), resource: z.string().optional() }),
    z.object({
      kind: z.literal('action'),
      action: z.enum(['urn:user:registersecurityinfo', 'urn:user:registerdevice']),
    }),
  ]),
  /** `c1` to `c99`. */
  authenticationContexts: z.array(z.string()).default([]),
  client: z.enum(clients).default('browser'),
})

/** An app, ours or one that signs people in through us. */
export function appTarget(
  clientId: string,
  more: {
    readonly resource?: string | undefined
    readonly authenticationContexts?: readonly string[]
    readonly client?: AskingClient
  } = {},
): AskedTarget {
  const { resource, authenticationContexts = [], client = 'browser' } = more
  return {
    target: { kind: 'app', clientId, resource },
    authenticationContexts: [...authenticationContexts],
    client,
  }
}

/** What people sit at who use an app of this kind. */
export function clientOf(kind: App['kind']): AskingClient {
  return kind === 'native' ? 'native' : 'browser'
}

/** Adding, changing or removing a way to sign in. */
export const registerTarget: AskedTarget = {
  target: { kind: 'action', action: 'urn:user:registersecurityinfo' },
  authenticationContexts: [],
  client: 'browser',
}

/** Registering a device. */
export const registerDeviceTarget: AskedTarget = {
  target: { kind: 'action', action: 'urn:user:registerdevice' },
  authenticationContexts: [],
  client: 'browser',
}
