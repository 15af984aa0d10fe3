import {
  type CompiledMethods,
  mayRegisterPasskey,
  mayUseMethod,
  type PasskeyDenial,
  type PersonFacts,
} from '@latchkey/policy'

/** What a passkey made in passing may turn out to be: the browser asks nobody, so it also proves nothing. */
const unproven = {
  aaguid: '00000000-0000-0000-0000-000000000000',
  attested: false,
  evidence: 'none',
  backupEligible: true,
} as const

/**
 * Whether there is any use in beginning: no passkey at all would be taken at the end. What is made in passing must be
 * welcome whatever it is, or it would be left behind on the device and let nobody in.
 */
export function whyNoPasskey(
  methods: CompiledMethods,
  person: PersonFacts,
  mediation: 'conditional' | undefined,
): PasskeyDenial | undefined {
  if (mediation === 'conditional') {
    const decision = mayRegisterPasskey(methods, person, unproven)
    return decision.allow ? undefined : decision.because
  }
  if (person.guest) return 'guest'
  const scope = mayUseMethod(methods, person, 'passkey')
  if (!scope.allow) return scope.because
  return methods.passkey.selfService ? undefined : 'self_service_off'
}
