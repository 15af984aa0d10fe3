import type { CentreWords } from '../english.ts'

export const logStreams: CentreWords['logStreams'] = {}
