import { wireCopyButtons } from './browser.ts'

wireCopyButtons()
