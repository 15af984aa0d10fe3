import type { PortalWords } from '../english.ts'

export const steps: PortalWords['steps'] = {}
