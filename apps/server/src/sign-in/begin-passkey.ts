import { type AllowedCredential, beginAuthentication, lookUpName } from '@latchkey/identity'
import { ceremonyTenant } from './flow.ts'
import { bindingOf, type Step } from './step.ts'

/** Where the passkey is expected, if the person said so. */
export type PasskeyPlace = 'phone' | 'key' | undefined

const hintsOfPlace = { phone: ['hybrid'], key: ['security-key'] } as const

/** @see https://www.w3.org/TR/webauthn-3/#enum-hints */
export function readPlace(text: string | undefined): PasskeyPlace {
  return text === 'phone' || text === 'key' ? text : undefined
}

/**
 * Make the options of a sign-in with a passkey: the same for the prompt and for the name field, so that neither forgets
 * what the other says. With a name, only its passkeys are asked for, each with its transports.
 */
export async function beginPasskey(
  step: Step,
  place?: PasskeyPlace,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { deps, flow, request } = step
  const allowCredentials = await findAllowed(step)
  const tenantId = ceremonyTenant(flow)
  return await beginAuthentication(deps, {
    ...(tenantId !== undefined && { tenantId }),
    visitor: request.visitor,
    binding: bindingOf(step),
    userVerification: 'required',
    hints: place === undefined ? [] : hintsOfPlace[place],
    ...(allowCredentials.length > 0 && { allowCredentials }),
  })
}

async function findAllowed({ deps, flow }: Step): Promise<readonly AllowedCredential[]> {
  if (flow.tenantId === undefined || flow.userName === undefined) return []
  return (await lookUpName(deps, flow.tenantId, flow.userName)).allowCredentials
}
