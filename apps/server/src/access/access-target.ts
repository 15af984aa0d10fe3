import { z } from 'zod'

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
})

/** An app, ours or one that signs people in through us. */
export function appTarget(
  clientId: string,
  more: { readonly resource?: string | undefined; readonly authenticationContexts?: readonly string[] } = {},
): AskedTarget {
  const { resource, authenticationContexts = [] } = more
  return { target: { kind: 'app', clientId, resource }, authenticationContexts: [...authenticationContexts] }
}

/** Adding, changing or removing a way to sign in. */
export const registerTarget: AskedTarget = {
  target: { kind: 'action', action: 'urn:user:registersecurityinfo' },
  authenticationContexts: [],
}
