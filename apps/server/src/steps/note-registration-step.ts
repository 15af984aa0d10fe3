import type { StepName } from '@latchkey/identity'
import type { FastifyRequest } from 'fastify'

/** Whose way it is. */
interface Registrant {
  readonly tenantId: string
  readonly userId: string
}

/** From then on somebody saw the browser ask: what failed sooner failed by itself. */
export const promptMilliseconds = 1500

/** Note that somebody came to a step on the way to a passkey. */
export function noteRegistrationStep(
  { server, visitor }: FastifyRequest,
  { tenantId, userId }: Registrant,
  step: Extract<StepName, 'offered' | 'started' | 'promptShown'>,
): void {
  server.steps.note(visitor, { tenantId, userId, method: 'passkey', step })
}

/** Note that somebody's browser made no passkey, and that it asked them if it took long enough. */
export function noteBrowserFailure(
  { server, visitor }: FastifyRequest,
  { tenantId, userId }: Registrant,
  failure: { readonly code: string; readonly elapsedMilliseconds: number },
): void {
  const elapsedMilliseconds = Math.round(failure.elapsedMilliseconds)
  const note = { tenantId, userId, method: 'passkey' }
  if (elapsedMilliseconds >= promptMilliseconds) server.steps.note(visitor, { ...note, step: 'promptShown' })
  server.steps.note(visitor, { ...note, step: 'failed', code: failure.code, elapsedMilliseconds })
}
