import type { PortalWords } from '../english.ts'

export const activity: PortalWords['activity'] = {}
