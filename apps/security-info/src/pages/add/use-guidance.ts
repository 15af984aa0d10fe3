import type { Client } from '@latchkey/api'
import { readCapabilities } from '@latchkey/api/passkeys'
import { useClient } from '@latchkey/front'
import { type OpenPolicy, readVisitor, type Visitor } from '@latchkey/guidance'
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
  const { versionAtLeast: _, ...visitor } = readVisitor(navigator.userAgent)
  return {
    ...(hints.version === undefined ? readVisitor(navigator.userAgent) : { ...visitor, ...hints }),
    ...(hints.maker !== undefined && { maker: hints.maker }),
    capabilities: {
      ...(platformAuthenticator !== undefined && { platformAuthenticator }),
      ...(hybrid !== undefined && { hybrid }),
    },
  }
}

interface ClientHints {
  getHighEntropyValues(
    names: readonly string[],
  ): Promise<{ readonly platform?: string; readonly platformVersion?: string; readonly model?: string }>
}

/** What Chromium tells when it is asked: Android's true version, and the model of the phone. */
async function readHints(): Promise<Pick<Visitor, 'version' | 'maker'>> {
  const hints = readClientHints()
  if (hints === undefined) return {}
  try {
    const { platform, platformVersion, model } = await hints.getHighEntropyValues([
      'platformVersion',
      'model',
    ])
    if (platform !== 'Android') return {}
    return {
      ...(platformVersion && { version: platformVersion }),
      ...(model?.startsWith('SM-') === true && { maker: 'samsung' as const }),
    }
  } catch {
    return {}
  }
}

function readClientHints(): ClientHints | undefined {
  return 'userAgentData' in navigator && isClientHints(navigator.userAgentData)
    ? navigator.userAgentData
    : undefined
}

function isClientHints(value: unknown): value is ClientHints {
  return typeof value === 'object' && value !== null && 'getHighEntropyValues' in value
}
