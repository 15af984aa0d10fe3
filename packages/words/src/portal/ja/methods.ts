import type { PortalWords } from '../english.ts'

export const methods: PortalWords['methods'] = {}
