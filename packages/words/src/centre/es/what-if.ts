import type { CentreWords } from '../english.ts'

export const whatIf: CentreWords['whatIf'] = {}
