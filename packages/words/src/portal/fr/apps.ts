import type { PortalWords } from '../english.ts'

export const apps: PortalWords['apps'] = {}
