import { z } from 'zod'

/** What a caller shows to be let in. */
export type Authority =
  /** Nothing. */
  | 'nobody'
  /** The sealed `flow` of the page it came from, and the cookie of that visit. */
  | 'flow'
  /** The session of somebody who signed in. */
  | 'session'
  /** The app's own secret, or the verifier of what it began. */
  | 'app'
  /** An access token. */
  | 'token'
  /** The session, or a token of the Authenticator's client that names it. */
  | 'sessionOrToken'
  /** What the key of a registered device signed over this very request. */
  | 'device'

/** One thing that can be done over HTTP. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete' | 'options'
  /** As the routes write it: `/:tenant/…`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly by: Authority
  readonly body?: z.ZodType
  /** Default: JSON. */
  readonly bodyType?: 'application/x-www-form-urlencoded'
  /** What is answered when all is well. Absent: nothing. */
  readonly answer?: z.ZodType
  /** Default: 200. */
  readonly status?: 200 | 201 | 204 | 302 | 303
  /** Default: JSON. */
  readonly answerType?: string
}

/** Where the page goes next. */
export const Navigate = z.object({ navigate: z.string() })

/** What the person's device is told after a change of their passkeys. */
export const Signal = z.object({
  rpId: z.string(),
  userId: z.base64url(),
  name: z.string(),
  displayName: z.string(),
  allAcceptedCredentialIds: z.array(z.base64url()),
})

/** What a browser makes a passkey or an assertion from: the JSON of Web Authentication. */
export const CeremonyOptions = z.object({ options: z.looseObject({ challenge: z.base64url() }) })

/** What somebody says yes or no to. */
export const YesOrNo = z.object({ answer: z.enum(['yes', 'no']) })

/** A refusal (RFC 9457). Its code is in `type`. */
export const Problem = z.object({
  type: z.string().regex(/^urn:latchkey:\w+$/),
  status: z.int(),
  correlationId: z.string(),
  retryAt: z.iso.datetime().optional(),
  title: z.string(),
  detail: z.string(),
  next: z.string(),
  whoCanFix: z.string(),
  /** `/help/<this>` says more. */
  help: z.string(),
})
