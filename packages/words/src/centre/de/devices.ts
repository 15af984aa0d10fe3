import type { CentreWords } from '../english.ts'

export const devices: CentreWords['devices'] = {}
