import type { CentreWords } from '../english.ts'

export const branding: CentreWords['branding'] = {}
