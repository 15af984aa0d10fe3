import { pageScript } from '../page/page-script.ts'

/** Sends forms, opens questions and writes times. */
export const portalScript = pageScript(new URL('./scripts/portal.ts', import.meta.url))
