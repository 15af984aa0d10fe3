import type { Person } from '@latchkey/identity'
import { type CompiledStrength, type HeldMethods, isApproval, type MethodName } from '@latchkey/policy'
import { readHeld } from './read-needed.ts'
import { findRememberedBrowser } from './remembered-browser.ts'
import type { Step } from './step.ts'

/**
 * Read what somebody can use in this browser and for this: an approval alone only where the browser is remembered, and no
 * approval at all on the way to a change of sign-in methods.
 */
export async function readHeldHere(
  step: Step,
  person: Person,
  strengths: readonly CompiledStrength[],
): Promise<HeldMethods & { readonly passkeyCount: number }> {
  const held = await readHeld(step.deps, person, strengths)
  if (isForMethods(step)) return { ...held, methods: held.methods.filter((method) => !isApproval(method)) }
  const browser = await findRememberedBrowser(step)
  if (browser?.userId !== person.userId) return held
  const methods: readonly MethodName[] = [...held.methods, 'passwordlessPush']
  return { ...held, methods }
}

/** Whether a flow leads to a change of sign-in methods or to a new device: approvals count for nothing there. */
function isForMethods({ flow }: Pick<Step, 'flow'>): boolean {
  return flow.require.asked?.target.kind === 'action'
}
