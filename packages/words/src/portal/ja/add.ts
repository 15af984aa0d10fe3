import type { PortalWords } from '../english.ts'

export const add: PortalWords['add'] = {}
