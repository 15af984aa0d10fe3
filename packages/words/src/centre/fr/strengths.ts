import type { CentreWords } from '../english.ts'

export const strengths: CentreWords['strengths'] = {}
