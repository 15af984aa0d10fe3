import { pageScript } from '../page/page-script.ts'

/** Sends forms, opens questions and writes times. */
export const portalScript = pageScript(new URL('./scripts/portal.ts', import.meta.url))

/** That, and making a passkey. */
export const addPasskeyScript = pageScript(new URL('./scripts/add-passkey.ts', import.meta.url))
