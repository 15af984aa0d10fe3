import type { PortalWords } from '../english.ts'

export const sessions: PortalWords['sessions'] = {}
