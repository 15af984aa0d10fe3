import type { CentreWords } from '../english.ts'

export const domains: CentreWords['domains'] = {}
