import type { Authenticator } from '@latchkey/ctap'

/** CTAP's commands that sign: authenticatorGetAssertion, and for the next of several; and what asks who this is. */
const allowed: ReadonlySet<number | undefined> = new Set([0x02, 0x04, 0x08])
/** CTAP2_ERR_OPERATION_DENIED */
const operationDenied = Uint8Array.of(0x27)

/**
 * An authenticator that signs for a linked browser, and does nothing else: a passkey that is made stays where somebody
 * began to make it.
 */
export function signingOnly({ answer }: Pick<Authenticator, 'answer'>): Pick<Authenticator, 'answer'> {
  return {
    answer: async (request, signal) =>
      allowed.has(request[0]) ? await answer(request, signal) : operationDenied,
  }
}
