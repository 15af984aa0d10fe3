import type { CentreWords } from '../english.ts'

export const people: CentreWords['people'] = {}
