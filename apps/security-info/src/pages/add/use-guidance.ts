import type { Client } from '@latchkey/api'
import { readCapabilities } from '@latchkey/api/passkeys'
import { useClient } from '@latchkey/front'
import { type ClientHints, type OpenPolicy, readVisitor, type Visitor } from '@latchkey/guidance'
import { useSuspenseQueries } from '@tanstack/react-query'

/** What leads somebody: what they hold in their hands, and what their organisation leaves open to them. */
export interface Guidance {
  readonly visitor: Visitor
  readonly policy: OpenPolicy
}

/** Read both. */
export function useGuidance(): Guidance {
  const [policy, visitor] = useSuspenseQueries({ queries: [policyQuery(useClient()), visitorQuery] })
  return { policy: policy.data, visitor: visitor.data }
}

const policyQuery = (client: Client) => ({
  queryKey: ['policy'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => client.get<OpenPolicy>('/policy', { signal }),
})

const visitorQuery = {
  queryKey: ['visitor'],
  queryFn: readThisVisitor,
  staleTime: Number.POSITIVE_INFINITY,
}

/** What the browser says of itself and of the device; what it does not say stays open. */
async function readThisVisitor(): Promise<Visitor> {
  const [said, hints] = await Promise.all([readCapabilities(), readHints()])
  const platformAuthenticator = said['userVerifyingPlatformAuthenticator']
  const hybrid = said['hybridTransport']
  return readVisitor(navigator.userAgent, hints, {
    ...(platformAuthenticator !== undefined && { platformAuthenticator }),
    ...(hybrid !== undefined && { hybrid }),
    touchPoints: navigator.maxTouchPoints,
  })
}

interface UserAgentData {
  getHighEntropyValues(names: readonly string[]): Promise<ClientHints>
}

/** What Chromium tells when it is asked: the true version of the system, and the model of the phone. */
async function readHints(): Promise<ClientHints> {
  const data = 'userAgentData' in navigator ? navigator.userAgentData : undefined
  if (!isUserAgentData(data)) return {}
  try {
    const { platform, platformVersion, model } = await data.getHighEntropyValues(['platformVersion', 'model'])
    return {
      ...(platform !== undefined && { platform }),
      ...(platformVersion !== undefined && { platformVersion }),
      ...(model !== undefined && { model }),
    }
  } catch {
    return {}
  }
}

function isUserAgentData(value: unknown): value is UserAgentData {
  return typeof value === 'object' && value !== null && 'getHighEntropyValues' in value
}
