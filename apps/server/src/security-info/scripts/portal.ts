import { wireCopyButtons } from '../../page/scripts/browser.ts'
import { writeLocalTimes } from './local-times.ts'
import { wirePortalForms } from './portal-forms.ts'

writeLocalTimes()
wireCopyButtons()
wirePortalForms()
