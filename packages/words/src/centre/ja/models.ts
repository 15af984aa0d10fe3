import type { CentreWords } from '../english.ts'

export const models: CentreWords['models'] = {}
