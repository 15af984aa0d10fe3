import { showPage } from '../surroundings.tsx'
import { ConsentWindow } from './consent-window.tsx'

await showPage(<ConsentWindow />)
