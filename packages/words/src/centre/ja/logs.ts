import type { CentreWords } from '../english.ts'

export const logs: CentreWords['logs'] = {}
