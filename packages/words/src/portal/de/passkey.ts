import type { PortalWords } from '../english.ts'

export const passkey: PortalWords['passkey'] = {}
