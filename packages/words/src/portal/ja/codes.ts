import type { PortalWords } from '../english.ts'

export const codes: PortalWords['codes'] = {}
