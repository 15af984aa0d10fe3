import type { CentreWords } from '../english.ts'

export const history: CentreWords['history'] = {}
