import type { CentreWords } from '../english.ts'

export const methods: CentreWords['methods'] = {}
