import type { CentreWords } from '../english.ts'

export const locations: CentreWords['locations'] = {}
